/** JSON merge patches (RFC 7396): what one value has to be merged with to become another. */
export type Json = null | boolean | number | string | ReadonlyArray<Json> | { readonly [key: string]: Json }

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** The patch that makes the one the other; nothing where they are the same. */
export const between = (one: Json | undefined, other: Json): Json | undefined => {
  if (!isObject(one) || !isObject(other)) return JSON.stringify(one) === JSON.stringify(other) ? undefined : other
  const entries = [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) => {
    const next = other[key]
    const patch = next === undefined ? null : between(one[key], next)
    return patch === undefined ? [] : [[key, patch] as const]
  })
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

/** The value with the patch merged into it. */
export const apply = (value: Json | undefined, patch: Json): Json => {
  if (!isObject(patch)) return patch
  const merged: Record<string, Json> = isObject(value) ? { ...value } : {}
  for (const [key, part] of Object.entries(patch))
    if (part === null) delete merged[key]
    else merged[key] = apply(merged[key], part)
  return merged
}
