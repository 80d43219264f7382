/** A text file as a string; Vite puts it into the bundle, Vitest into the test. */
declare module '*.txt?raw' {
  const text: string;
  export default text;
}
