// Holds the merged documents against Spectral (OpenAPI and OWASP rules) and Redocly:
// node lint.cjs FILE… prints what is wrong, and ends with 1 when that is an error.
const { readFile } = require('node:fs/promises');
const { createConfig, lint } = require('@redocly/openapi-core');
const { Ruleset, Spectral } = require('@stoplight/spectral-core');
const owasp = require('@stoplight/spectral-owasp-ruleset');
const { oas } = require('@stoplight/spectral-rulesets');

// Every rule that is off says why.
const spectral = new Spectral();
spectral.setRuleset(
  new Ruleset({
    extends: [oas, owasp.default ?? owasp],
    rules: {
    },
  }),
);

const redoclyConfig = () => createConfig({
  extends: ['recommended'],
  rules: {
  },
});

async function complaints(file, config) {
  const ofSpectral = await spectral.run(await readFile(file, 'utf8'));
  const ofRedocly = await lint({ ref: file, config });
  return [
    ...ofSpectral
      .filter((it) => it.severity === 0)
      .map((it) => `spectral ${it.code}: ${it.path.join('/')}: ${it.message}`),
    ...ofRedocly
      .filter((it) => it.severity === 'error' && !it.ignored)
      .map((it) => `redocly ${it.ruleId}: ${it.location[0]?.pointer}: ${it.message}`),
  ];
}

async function main(files) {
  const config = await redoclyConfig();
  for (const file of files) {
    for (const complaint of await complaints(file, config)) {
      console.log(`${file}: ${complaint}`);
      process.exitCode = 1;
    }
  }
}

main(process.argv.slice(2));
