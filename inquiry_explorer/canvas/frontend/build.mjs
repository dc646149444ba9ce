// Bundles the canvas into build/canvas.js and build/canvas.css, each one file that asks the network for nothing.
import { build } from "esbuild";

const shared = { bundle: true, minify: true, target: "es2022", legalComments: "none", logLevel: "warning" };

// `import source from "./x.ts?worker"` gives the bundled script of a web worker as text.
const workers = {
  name: "workers",
  setup(builder) {
    builder.onResolve({ filter: /\?worker$/ }, ({ path, resolveDir }) => ({
      path: new URL(path.replace(/\?worker$/, ""), `file://${resolveDir}/`).pathname,
      namespace: "worker",
    }));
    builder.onLoad({ filter: /.*/, namespace: "worker" }, async ({ path }) => {
      const built = await build({ ...shared, entryPoints: [path], format: "iife", write: false });
      return { contents: built.outputFiles[0].text, loader: "text" };
    });
  },
};

// Streamlit takes a string without a line break for the name of a file: the banner makes sure of one.
const banner = { js: "// Inquiry Graph canvas: sigma.js, graphology (MIT)\n", css: "/* Inquiry Graph canvas */\n" };

await build({
  ...shared,
  entryPoints: { canvas: "src/index.ts" },
  format: "esm",
  outdir: "build",
  plugins: [workers],
  banner,
});
await build({ ...shared, entryPoints: { canvas: "src/style.css" }, outdir: "build", banner });
