// Bundles src/*.test.ts and runs them in Node: what needs no browser is tried by each build.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const into = mkdtempSync(join(import.meta.dirname, ".test-"));
try {
  const entryPoints = readdirSync("src").filter((name) => name.endsWith(".test.ts")).map((name) => `src/${name}`);
  const out = { outdir: into, format: "esm", platform: "node", outExtension: { ".js": ".mjs" } };
  await build({ entryPoints, bundle: true, logLevel: "warning", ...out });
  const made = readdirSync(into).map((name) => join(into, name));
  process.exitCode = spawnSync(process.execPath, ["--test", ...made], { stdio: "inherit" }).status ?? 1;
} finally {
  rmSync(into, { recursive: true });
}
