// The operations of the API as its OpenAPI document tells of them, for trying them: what each needs, and a body to begin with.
import { type Title } from '../../client/index.ts';

export interface Operation {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly title: Title;
  readonly about: Title | undefined;
  readonly parameters: readonly Parameter[];
  readonly body: { readonly type: string; readonly example: string } | undefined;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly isRequired: boolean;
  readonly description: string | undefined;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Declared {
  readonly summary: string;
  readonly 'x-summary-zh': string;
  readonly description?: string;
  readonly 'x-description-zh'?: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly {
    $ref?: string;
    name: string;
    in: string;
    required?: boolean;
    description?: string;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema?: Schema; example?: unknown }>> };
  readonly 'x-may'?: readonly string[];
}

export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Declared>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export async function readDocument(): Promise<ApiDocument> {
  return (await (await fetch('/openapi.json')).json()) as ApiDocument;
}

/** Those of a tag that an institution may ask and that answer once: a stream is nothing to try here. */
export function operationsOf(document: ApiDocument, tag: string): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { tags, 'x-may': may = [] }]) => tags.includes(tag) && (may.length === 0 || may.includes('participant')))
      .filter(() => !path.endsWith('/stream'))
      .map(([method, declared]) => operationOf(document, method.toUpperCase(), path, declared)),
  );
} // prettier-ignore

function operationOf(document: ApiDocument, method: string, path: string, declared: Declared): Operation {
  const { summary, description, parameters = [], requestBody } = declared;
  const content = Object.entries(requestBody?.content ?? {})[0];
  return {
    name: `${method} ${path}`,
    method,
    path,
    title: { en: summary, zh: declared['x-summary-zh'] },
    about: description ? { en: description, zh: declared['x-description-zh'] ?? description } : undefined,
    parameters: parameters.flatMap((each) =>
      each.in === 'path' || each.in === 'query'
        ? [{ name: each.name, in: each.in, isRequired: each.required ?? false, description: each.description }]
        : [],
    ),
    body: content && {
      type: content[0],
      example:
        typeof content[1].example === 'string'
          ? content[1].example
          : JSON.stringify(exampleOf(document, content[1].schema ?? {}), undefined, 2),
    },
  };
}

/** A value to begin with: its own example where it has one, else of each member that is required. */
function exampleOf(document: ApiDocument, schema: Schema): unknown {
  if (schema.$ref) return exampleOf(document, document.components.schemas[schema.$ref.split('/').at(-1)!] ?? {});
  if (schema.examples?.length) return schema.examples[0];
  if (schema.enum?.length) return schema.enum[0];
  if (schema.anyOf?.length) return exampleOf(document, schema.anyOf[0]!);
  if (schema.type === 'object') {
    const { properties = {}, required = [] } = schema;
    return Object.fromEntries(required.map((name) => [name, exampleOf(document, properties[name] ?? {})]));
  }
  if (schema.type === 'array') return [];
  if (schema.type === 'boolean') return false;
  return schema.type === 'integer' ? 1 : '';
}

/** Where it is sent, below a base. */
export function addressOf({ path, parameters }: Operation, values: Readonly<Record<string, string>>): string {
  const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(values[name] ?? ''));
  const search = new URLSearchParams();
  for (const each of parameters) if (each.in === 'query' && values[each.name]) search.set(each.name, values[each.name]!);
  return search.size > 0 ? `${filled}?${search}` : filled;
} // prettier-ignore
