// The part of pdf.js that reads files, as a worker of its own.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
