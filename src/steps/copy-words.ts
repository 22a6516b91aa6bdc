// The words of the annotated copy, put together from what is known of each order.
