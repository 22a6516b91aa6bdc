// One run of the command: parses what was typed, does it, and says how it ended. No process is touched here.

import {
  type AuditPlace,
  type AuditRequest,
  audit,
  chosenRules,
  configSchema,
  evidence,
  init,
  inspect,
  loadConfig,
  printRecords,
  RULES,
  trace,
  whatIf,
  whatIfOf,
} from '../audit.js';
import type { Config } from '../config/config.js';
import { SEVERITIES, type Severity } from '../core/finding.js';
import { UserError } from '../core/user-error.js';
import { writtenText } from '../report/config-line.js';
import { bugText } from '../report/errors.js';
import { packText } from '../report/evidence/pack-text.js';
import { explainNear, explainText } from '../report/explain-text.js';
import { groupText } from '../report/group-text.js';
import { inspectText } from '../report/inspect-text.js';
import type { Language, SummaryModel } from '../report/model.js';
import { rulesText } from '../report/rules-text.js';
import { summaryText } from '../report/summary-text.js';
import { traceText } from '../report/trace-text.js';
import type { View } from '../report/view.js';
import { whatIfText } from '../report/what-if.js';
import { HELP_TOPICS, helpTopic } from '../report/words/help-topics.js';
import { EXIT } from './exit.js';
import { report } from './failures.js';
import { typedLanguage } from './language.js';
import {
  auditRequest,
  colourWish,
  configWishes,
  failOnWish,
  initRequest,
  readingWishes,
  type TypedOptions,
  whatIfWish,
} from './options.js';
import { type Actions, commandFirst, createProgram } from './program.js';
import { Progress } from './progress.js';
import { languageOf, viewOf, type World } from './world.js';

/** Runs the command and returns its exit code. Never throws. */
export async function run(world: World): Promise<number> {
  let code: number = EXIT.done;
  const language = typedLanguage(world);
  const ending =
    <Words extends unknown[]>(action: (world: World, ...words: Words) => Promise<number>) =>
    async (...words: Words) => {
      code = await action(world, ...words);
    };
  const actions: Actions = {
    audit: ending(runAudit),
    inspect: ending(runInspect),
    rules: ending(runRules),
    explain: ending(runExplain),
    trace: ending(runTrace),
    evidence: ending(runEvidence),
    init: ending(runInit),
    schema: ending(runSchema),
  };
  try {
    const program = createProgram(world.version, language, actions);
    for (const command of [program, ...program.commands]) {
      command.configureOutput({
        writeOut: (text) => pending.push(text),
        writeErr: () => {},
        outputError: () => {},
        getOutHelpWidth: () => viewOf(world, world.stdout, {}, language).columns,
      });
    }
    const pending: string[] = [];
    const words = commandFirst(program, world.argv);
    const topic = words[0] === 'help' ? HELP_TOPICS.find((known) => known === words[1]) : undefined;
    try {
      if (topic !== undefined) pending.push(helpTopic(topic, language));
      else await program.parseAsync(words, { from: 'user' });
    } finally {
      for (const text of pending) await world.stdout.write(text);
    }
    return code;
  } catch (error) {
    return await report(world, error, language);
  }
}

/** What is said when the run itself broke down, so that it cannot speak any more. */
export function crashText(
  error: unknown,
  world: Pick<World, 'argv' | 'env' | 'systemLocale' | 'isWindows' | 'version'>,
): string {
  const stream = { isTerminal: false, hasColours: false, columns: undefined };
  return bugText(error, world.version, viewOf(world, stream, {}, typedLanguage(world)));
}

/** Follows the work of a run that reads files: the line on the terminal, and the times. */
function following(
  world: World,
  { quiet }: TypedOptions,
  language: Language,
): { progress: Progress; place: AuditPlace } {
  const wanted = world.stderr.isTerminal && quiet !== true;
  const progress = new Progress({
    language,
    now: () => world.now(),
    draw: wanted ? (text) => world.drawNow(text) : null,
  });
  world.onMoved(progress.moved);
  progress.phase('open', 0);
  const place: AuditPlace = {
    ...world.place,
    onPhase: progress.phase,
    stdout: (chunk) => {
      progress.clear();
      return world.stdout.write(chunk);
    },
  };
  return { progress, place };
}

async function runAudit(world: World, orders: readonly string[], options: TypedOptions): Promise<number> {
  // An empty name, as from a variable that is not set, would mean the current folder.
  if (orders.length === 0 || orders.includes('')) throw new UserError('orders-missing');
  const config = await configOf(world, options, orders);
  const language = languageOf(world, options.lang, config);
  colourWish(options.color);
  const failOn = failOnWish(options.failOn, config);
  const request = {
    ...auditRequest(orders, options),
    config,
    version: world.version,
    pageLanguage: language,
  };
  if (options.whatIf !== undefined) return runWhatIf(world, request, options, options.whatIf);
  const { progress, place } = following(world, options, language);
  const { summary, damaged } = await audit(place, request).finally(() => progress.clear());
  if (!options.quiet) {
    const stream = request.output === '-' || request.json === '-' ? world.stderr : world.stdout;
    await stream.write(summaryText(summary, viewOf(world, stream, options, language)));
    if (options.verbose) await world.stderr.write(progress.times(recordsBy(summary)));
  }
  if (damaged) return EXIT.damaged;
  return failOn !== null && reaches(summary, failOn) ? EXIT.findings : EXIT.done;
}

/** What several settings of one parameter would find. */
async function runWhatIf(
  world: World,
  request: AuditRequest & { readonly config: Config },
  options: TypedOptions,
  typed: string,
): Promise<number> {
  const tried: Config[] = [];
  for (const assignment of whatIfWish(typed, options)) {
    const wishes = configWishes(options, world.env, request.orders);
    tried.push(await loadConfig(world.place, { ...wishes, tried: assignment }));
  }
  const language = languageOf(world, options.lang, request.config);
  const tries = whatIfOf(request.config, tried);
  const { progress, place } = following(world, options, language);
  const { model, damaged } = await whatIf(place, request, tries).finally(() => progress.clear());
  if (!options.quiet) {
    const stream = request.json === '-' ? world.stderr : world.stdout;
    await stream.write(whatIfText(model, viewOf(world, stream, options, language)));
  }
  return damaged ? EXIT.damaged : EXIT.done;
}

/** Whether a finding is of that severity or above. */
function reaches({ findings }: SummaryModel, least: Severity): boolean {
  return findings.findings.some(({ severity }) => SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least));
}

/** How many records each part of the work read. */
function recordsBy({ records, bills, inputs }: SummaryModel) {
  const rowsOf = (wanted: SummaryModel['inputs'][number]['kind']) =>
    inputs.filter(({ kind }) => kind === wanted).map(({ records: read }) => read?.audited ?? 0);
  const [sales, told] = [rowsOf('after-sales'), rowsOf('recipients')];
  return {
    read: records,
    write: records,
    ...(bills === null ? {} : { bills: bills.rows.all }),
    ...(told.length === 0 ? {} : { recipients: told.reduce((sum, rows) => sum + rows, 0) }),
    ...(sales.length === 0 ? {} : { 'after-sales': sales.reduce((sum, rows) => sum + rows, 0) }),
  };
}

async function runInspect(world: World, file: string, options: TypedOptions): Promise<number> {
  if (file === '') throw new UserError('orders-missing');
  const config = await configOf(world, options, [file]);
  const language = languageOf(world, options.lang, config);
  const request = { ...readingWishes(options), file, config, lossy: options.lossy === true };
  if (options.records) {
    let batch = '';
    for await (const line of printRecords(world.place, request)) {
      batch += line;
      if (batch.length < 1 << 16) continue;
      await world.stdout.write(batch);
      batch = '';
    }
    await world.stdout.write(batch);
    return EXIT.done;
  }
  const { progress, place } = following(world, options, language);
  const { model, damaged } = await inspect(place, request).finally(() => progress.clear());
  await world.stdout.write(inspectText(model, viewOf(world, world.stdout, options, language)));
  return damaged ? EXIT.damaged : EXIT.done;
}

/** What is asked about one order or group of these files. Throws UserError for what was not understood. */
async function requestAbout(
  world: World,
  order: string,
  orders: readonly string[],
  options: TypedOptions,
): Promise<{ readonly request: AuditRequest; readonly language: Language }> {
  if (order === '' || orders.includes('')) throw new UserError('orders-missing');
  const config = await configOf(world, options, orders);
  const language = languageOf(world, options.lang, config);
  colourWish(options.color);
  return { request: { ...auditRequest(orders, options), config, version: world.version }, language };
}

async function runTrace(
  world: World,
  order: string,
  orders: readonly string[],
  options: TypedOptions,
): Promise<number> {
  const { request, language } = await requestAbout(world, order, orders, options);
  const { progress, place } = following(world, options, language);
  const model = await trace(place, request, order).finally(() => progress.clear());
  const view = viewOf(world, world.stdout, options, language);
  await world.stdout.write('group' in model ? groupText(model, view) : traceText(model, view));
  return EXIT.done;
}

async function runEvidence(
  world: World,
  order: string,
  orders: readonly string[],
  options: TypedOptions,
): Promise<number> {
  const { request, language } = await requestAbout(world, order, orders, options);
  if (request.output === '-')
    throw new UserError('option-invalid', { option: '--output', value: '-', expected: 'DIR, FILE.zip' });
  const { progress, place } = following(world, options, language);
  const wishes = { buyerNote: options.buyerNote === true, marked: options.marked === true };
  const done = await evidence(place, request, order, wishes).finally(() => progress.clear());
  await world.stdout.write(packText(done, viewOf(world, world.stdout, options, language)));
  return EXIT.done;
}

async function runRules(world: World, options: TypedOptions): Promise<number> {
  const config = await configOf(world, options, []);
  await world.stdout.write(rulesText(RULES, shown(world, options, config), chosenRules(config)));
  return EXIT.done;
}

async function runExplain(world: World, names: readonly string[], options: TypedOptions): Promise<number> {
  const config = await configOf(world, options, []);
  const view = shown(world, options, config);
  const texts = names.map((name) => {
    const text = explainText(name, view, chosenRules(config));
    if (text === null) throw new UserError('explain-unknown', { name, near: explainNear(name) });
    return text;
  });
  await world.stdout.write(texts.join('\n'));
  return EXIT.done;
}

async function runInit(world: World, orders: readonly string[], options: TypedOptions): Promise<number> {
  if (orders.includes('')) throw new UserError('orders-missing');
  const config = await configOf(world, { ...options, config: false }, []);
  const language = languageOf(world, options.lang, config);
  colourWish(options.color);
  const paths = await init(world.place, initRequest(orders, options, language));
  await world.stdout.write(writtenText(paths, shown(world, options, config)));
  return EXIT.done;
}

async function runSchema(world: World, name: string): Promise<number> {
  if (name !== 'config') throw new UserError('schema-unknown', { name });
  await world.stdout.write(await configSchema());
  return EXIT.done;
}

/** What is configured for a run over these files. */
function configOf(world: World, options: TypedOptions, inputs: readonly string[]): Promise<Config> {
  return loadConfig(world.place, configWishes(options, world.env, inputs));
}

function shown(world: World, options: TypedOptions, config: Config): View {
  return viewOf(world, world.stdout, options, languageOf(world, options.lang, config));
}
