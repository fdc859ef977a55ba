// Makes the bundle of CodeMirror and its notice. "node build.mjs --check" only compares them with what is there.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const STATIC = join(HERE, "../../lint/articlelint/desk/server/static");
const BUNDLE = join(STATIC, "codemirror.js");
const NOTICE = join(STATIC, "codemirror.NOTICE.txt");

const built = await build({
  absWorkingDir: HERE,
  entryPoints: ["codemirror.mjs"],
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "none",
  banner: { js: "// Made by tools/page/build.mjs. The licences are in codemirror.NOTICE.txt." },
  metafile: true,
  write: false,
});

const files = new Map([
  [BUNDLE, built.outputFiles[0].text],
  [NOTICE, notice(packagesOf(Object.keys(built.metafile.inputs)))],
]);
if (process.argv.includes("--check")) {
  const different = [...files].filter(([file, text]) => readFileSync(file, "utf8") !== text);
  for (const [file] of different) {
    console.error(`${relative(process.cwd(), file)} is not what tools/page/build.mjs makes: run it`);
  }
  process.exitCode = different.length ? 1 : 0;
} else {
  for (const [file, text] of files) writeFileSync(file, text);
}

/** The folders of the packages that files come from, sorted. */
function packagesOf(inputs) {
  const folders = inputs.map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)).filter(Boolean);
  return [...new Set(folders.map((match) => match[1]))].sort();
}

/** The names, versions and licences of packages. */
function notice(packages) {
  const entries = packages.map((name) => {
    const folder = join(HERE, "node_modules", name);
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
    return `${name} ${version}\n\n${readFileSync(join(folder, licence), "utf8").trim()}\n`;
  });
  return `codemirror.js contains these packages:\n\n${entries.join("\n\n")}`;
}
