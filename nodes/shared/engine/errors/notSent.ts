import { Failure } from './failure';

/** The failure of a request that was not sent, or whose response nobody waits for any more. */
export const notSent = (why: string) => new Failure('notSent', `Not sent, because ${why}`);
