// The shape that JSON values have in common: which fields there are, how often, and of which types.

export type Kind = 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object';

export interface Shape {
  readonly kinds: ReadonlySet<Kind>;
  /** By name; empty without objects. */
  readonly fields: ReadonlyMap<string, Shape>;
  /** Fields that every object has. */
  readonly always: ReadonlySet<string>;
  /** Of all items of all arrays; undefined without any. */
  readonly items: Shape | undefined;
}

export function kindOf(value: unknown): Kind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as Kind;
}

/** Of several values of the same thing. */
export function shapeOf(values: readonly unknown[]): Shape {
  const objects = values.filter(isObject);
  const names = new Set(objects.flatMap((object) => Object.keys(object)));
  const items = values.filter((value): value is unknown[] => Array.isArray(value)).flat();
  return {
    kinds: new Set(values.map(kindOf)),
    fields: new Map([...names].map((name) => [name, shapeOf(present(objects, name))])),
    always: new Set([...names].filter((name) => objects.every((object) => Object.hasOwn(object, name)))),
    items: items.length === 0 ? undefined : shapeOf(items),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return kindOf(value) === 'object';
}

function present(objects: readonly Record<string, unknown>[], name: string): unknown[] {
  return objects.filter((object) => Object.hasOwn(object, name)).map((object) => object[name]);
}

/** Where ours differs from the real one: `path: what`, with `[]` for the items of a list. */
export function differences(ours: Shape, real: Shape, path = ''): string[] {
  const kinds = [...ours.kinds].filter((kind) => !real.kinds.has(kind));
  const inside = ours.items !== undefined && real.items !== undefined;
  return [
    ...kinds.map((kind) => `${path}: is ${kind}, really ${[...real.kinds].toSorted().join(' or ')}`),
    ...fieldDifferences(ours, real, path),
    ...(inside ? differences(ours.items, real.items, `${path}[]`) : []),
  ];
}

function fieldDifferences(ours: Shape, real: Shape, path: string): string[] {
  // A table with keys of people's choice, or nothing that could be compared.
  if (!ours.kinds.has('object') || !real.kinds.has('object')) return [];
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const known = [...ours.fields].flatMap(([name, field]) => {
    const other = real.fields.get(name);
    return other === undefined ? [`${at(name)}: is not there really`] : differences(field, other, at(name));
  });
  const missing = [...real.always].filter((name) => !ours.always.has(name));
  return [...known, ...missing.map((name) => `${at(name)}: is missing`)];
}
