// A type error on purpose: `npm run check:planted` passes only when the check finds it.
export const planted: number = "three";
