// Runs Lighthouse on pages, by turns, and writes one line of JSON a run to standard output. Called by
// `cargo xtask vitals`, which counts and judges; this only measures.
//   node lighthouse.mjs NODE_MODULES '{"chrome": …, "runs": 5, "pages": [{"name": …, "url": …}]}'
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, asked] = process.argv.slice(2);
const { chrome: program, runs, pages } = JSON.parse(asked);
const load = (file) => import(pathToFileURL(join(modules, file)));
const { default: lighthouse } = await load('lighthouse/core/index.js');
const { launch } = await load('chrome-launcher/dist/index.js');

const MODES = ['devtools', 'simulate'];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
// Only this machine answers: what a page asks of others fails, and is a fault in the console.
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-extensions', '--disable-default-apps',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

const once = async (url, mode) => {
  const folder = mkdtempSync(join(tmpdir(), 'paypath-vitals-'));
  const chrome = await launch({ chromePath: program, chromeFlags: FLAGS, userDataDir: folder, logLevel: 'silent' });
  try {
    const { lhr } = await lighthouse(url, {
      port: chrome.port, output: 'json', logLevel: 'silent', formFactor: 'mobile',
      onlyCategories: CATEGORIES, throttlingMethod: mode, disableFullPageScreenshot: true,
    });
    const number = (audit) => lhr.audits[audit]?.numericValue ?? null;
    return {
      scores: Object.fromEntries(CATEGORIES.map((name) => [name, Math.round((lhr.categories[name].score ?? 0) * 100)])),
      failed: Object.values(lhr.audits).filter((audit) => audit.score === 0).map((audit) => audit.id),
      lcp: number('largest-contentful-paint'), tti: number('interactive'), tbt: number('total-blocking-time'),
      cls: number('cumulative-layout-shift'), error: lhr.runtimeError?.message ?? null, version: lhr.lighthouseVersion,
    };
  } finally {
    await chrome.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
};

// A browser now and then loses the start of its recording; then Lighthouse asks to be run again.
const TRIES = 3;
const tried = async (url, mode, left = TRIES) => {
  const one = await once(url, mode);
  return one.error && left > 1 ? tried(url, mode, left - 1) : one;
};

for (let run = 0; run < runs; run++) {
  for (const mode of MODES) {
    for (const { name, url } of pages) {
      console.log(JSON.stringify({ name, mode, ...(await tried(url, mode)) }));
    }
  }
}
