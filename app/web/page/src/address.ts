import { useLocation } from 'preact-iso';
import { useEffect, useMemo } from 'preact/hooks';

export type Change = Record<string, string | string[] | null>;

/** The page's query parameters: every view is a link. set() with null or '' takes a parameter away. */
export function useQuery() {
  const { url, path, route } = useLocation();
  const query = useMemo(() => new URLSearchParams(/\?([^#]*)/.exec(url)?.[1] ?? ''), [url]);
  const with_ = (change: Change) => {
    const next = new URLSearchParams(query);
    for (const [name, value] of Object.entries(change)) {
      next.delete(name);
      for (const each of [value ?? []].flat()) if (each) next.append(name, each);
    }
    const text = next.toString();
    return text ? `${path}?${text}` : path;
  };
  return { query, link: with_, set: (change: Change, replace = false) => route(with_(change), replace) };
}

/** The parameters of that query whose names an operation of the API knows. */
export function only<Name extends string>(
  query: URLSearchParams,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const known: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = query.get(name)?.trim();
    if (value) known[name] = value;
  }
  return known;
}

export function useTitle(title: string) {
  useEffect(() => {
    document.title = title ? `${title} · Gegenprobe` : 'Gegenprobe';
  }, [title]);
}
