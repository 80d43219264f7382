import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { projectRoot } from './paths.mjs';
import { unzip } from './unzip.mjs';

const STALL_MS = 15_000;
const NETWORK_CODES =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENETDOWN|EHOSTUNREACH|EPIPE|EPROTO|UND_ERR_|ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;

/** The version of the electron package in the lock file. */
export function officialVersion() {
  return electronRequire()('./package.json').version;
}

/**
 * Downloads the official Electron of this platform, checked against the checksums that the npm
 * package carries, and unpacks it into `folder`. @electron/get has no stall limit of its own, so
 * the download is aborted after 15 s without a byte.
 */
export async function fetchOfficialRuntime(folder) {
  const require = electronRequire();
  const { downloadArtifact } = await import(pathToFileURL(require.resolve('@electron/get')).href);
  const stall = new AbortController();
  const abort = () => stall.abort(new NetworkStall());
  let timer = setTimeout(abort, STALL_MS);
  const restart = () => {
    clearTimeout(timer);
    timer = setTimeout(abort, STALL_MS);
  };
  try {
    const archive = await downloadArtifact({
      version: officialVersion(),
      artifactName: 'electron',
      checksums: require('./checksums.json'),
      downloadOptions: { signal: stall.signal, quiet: true, getProgressCallback: restart },
    });
    clearTimeout(timer);
    await unzip(archive, folder, (name) => name);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * True when the official host could not be reached or did not deliver. A checksum mismatch, a full
 * disk or a damaged archive is not: falling back then would hide an attack or a broken machine.
 */
export function isNetworkError(error) {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof NetworkStall || cause.name === 'HTTPError') return true;
    if (NETWORK_CODES.test(cause.code ?? '')) return true;
    if (cause instanceof AggregateError && cause.errors.some(isNetworkError)) return true;
  }
  return false;
}

class NetworkStall extends Error {
  name = 'NetworkStall';
  message = `no data for ${STALL_MS / 1000} s`;
}

/** electron depends on a newer @electron/get than the one at the top of node_modules. */
function electronRequire() {
  return createRequire(join(projectRoot, 'node_modules/electron/package.json'));
}
