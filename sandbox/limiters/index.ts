export { fixedWindow } from './fixedWindow';
export type { Limiter } from './limiter';
export { slidingWindow } from './slidingWindow';
export { tokenBucket } from './tokenBucket';
