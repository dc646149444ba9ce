// Bundles the canvas, and the timeline and the map, each into a script and a style that ask the network for nothing.
import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import { feature } from "topojson-client";

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

// `import rings from "natural-earth:outline"` gives the coasts and borders of these islands, and of no other country.
const OUTLINE_OF = ["826", "372", "833"]; // ISO 3166: United Kingdom, Ireland, Isle of Man
const LEAST = 0.06; // degrees: an isle that spans less would be a dot
const outline = {
  name: "outline",
  setup(builder) {
    builder.onResolve({ filter: /^natural-earth:outline$/ }, () => ({ path: "outline", namespace: "natural-earth" }));
    builder.onLoad({ filter: /.*/, namespace: "natural-earth" }, async () => {
      const file = new URL("node_modules/world-atlas/countries-10m.json", import.meta.url);
      const world = JSON.parse(await readFile(file, "utf8"));
      const { features } = feature(world, world.objects.countries);
      return { contents: JSON.stringify(features.filter(({ id }) => OUTLINE_OF.includes(id)).flatMap(rings)), loader: "json" };
    });
  },
};

function rings({ geometry }) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const spans = (ring, axis) => Math.max(...ring.map((at) => at[axis])) - Math.min(...ring.map((at) => at[axis]));
  const coasts = polygons.map(([coast]) => coast).filter((ring) => spans(ring, 0) > LEAST || spans(ring, 1) > LEAST);
  return coasts.map(rounded);
}

/** To a hundredth of a degree, which is about a kilometre; corners that then fall together are one. */
function rounded(ring) {
  const near = ring.map((at) => at.map((degrees) => Math.round(degrees * 100) / 100));
  return near.filter(([x, y], i) => i === 0 || x !== near[i - 1][0] || y !== near[i - 1][1]);
}

// Streamlit takes a string without a line break for the name of a file: the banner makes sure of one.
const banner = (made) => ({ js: `// Inquiry Graph ${made}\n`, css: "/* Inquiry Graph */\n" });

for (const [name, script, made] of [
  ["canvas", "src/index.ts", "canvas: sigma.js, graphology (MIT)"],
  ["pictures", "src/pictures.ts", "timeline and map: outline from Natural Earth (public domain) by world-atlas (ISC)"],
]) {
  await build({
    ...shared,
    entryPoints: { [name]: script },
    format: "esm",
    outdir: "build",
    plugins: [workers, outline],
    banner: banner(made),
  });
}
for (const [name, style] of [
  ["canvas", "src/style.css"],
  ["pictures", "src/pictures.css"],
]) {
  await build({ ...shared, entryPoints: { [name]: style }, outdir: "build", banner: banner("") });
}
