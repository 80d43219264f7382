/** The part of tesseract.js that works, which it runs in a worker of its own otherwise. */
declare module 'tesseract.js/src/worker-script/index.js' {
  /** What it needs from where it runs. */
  interface Adapter {
    getCore(): Promise<(options: object) => Promise<unknown>>;
    gunzip(data: Uint8Array): Uint8Array;
    readCache(path: string): Promise<Uint8Array>;
    fetch(address: string): never;
  }
  /** One order, and what it answers: `resolve` and `reject` once, `progress` before. */
  interface Packet {
    workerId: string;
    jobId: string;
    action: string;
    payload: unknown;
  }
  const script: {
    setAdapter(adapter: Adapter): void;
    dispatchHandlers(
      packet: Packet,
      send: (answer: { status: 'resolve' | 'reject' | 'progress'; data: unknown }) => void,
    ): void;
  };
  export default script;
}
