/** The matrix of the canvas library, which is plain script. */
declare module '@napi-rs/canvas/geometry.js' {
  const geometry: { DOMMatrix: unknown };
  export default geometry;
}
