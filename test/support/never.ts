// Words that no text for people may hold: verdicts on a person, and what is out of style.

export const NEVER =
  /套现|骗|恶意|拒付|赖账|可疑买家|黑名单|团伙|羊毛党|职业打假|您|！|¥|fraud|cheat|blacklist|gang\b/i;
