/** It comes without declarations; loading it is all that is asked of it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
