/**
 * A signal of one waiter, which aborts when `source` does, with the same reason. Node.js warns when
 * many listen to the same signal.
 */
export const dependentSignal = (source: AbortSignal): AbortSignal => AbortSignal.any([source]);
