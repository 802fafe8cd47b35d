/** Writes one string (a value or a key) as JSON. */
type WriteString = (text: string, key: string) => string

/** Either text that is ready, or a value still to be written under its nearest key. */
type Pending = { readonly ready: string } | { readonly value: unknown; readonly key: string }

/**
 * One text for one content, whatever order its keys came in: keys sorted, no white space. Takes
 * anything `JSON.parse` can answer, nested to any depth, numbers beyond a double's range included.
 */
export function canonicalText(root: unknown, writeString: WriteString = writeAsIs): string {
  const out: string[] = []
  const stack: Pending[] = [{ value: root, key: '' }]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if ('ready' in next) out.push(next.ready)
    else if (Array.isArray(next.value)) pushList(stack, next.value, next.key)
    else if (typeof next.value === 'object' && next.value !== null) {
      pushFields(stack, next.value, writeString)
    } else out.push(scalar(next.value, next.key, writeString))
  }
  return out.join('')
}

function writeAsIs(text: string): string {
  return JSON.stringify(text)
}

function scalar(value: unknown, key: string, writeString: WriteString): string {
  if (typeof value === 'string') return writeString(value, key)
  // String and not JSON.stringify: 1e309 reads as Infinity, which JSON would write as null.
  return Object.is(value, -0) ? '0' : String(value)
}

/** What comes first is pushed last. */
function pushList(stack: Pending[], items: readonly unknown[], key: string): void {
  stack.push({ ready: ']' })
  for (let index = items.length - 1; index >= 0; index -= 1) {
    stack.push({ value: items[index], key })
    if (index > 0) stack.push({ ready: ',' })
  }
  stack.push({ ready: '[' })
}

function pushFields(stack: Pending[], value: object, writeString: WriteString): void {
  stack.push({ ready: '}' })
  const keys = Object.keys(value).sort()
  for (let index = keys.length - 1; index >= 0; index -= 1) {
    const key = keys[index] ?? ''
    stack.push({ value: Reflect.get(value, key), key })
    stack.push({ ready: `${index === 0 ? '' : ','}${writeString(key, '')}:` })
  }
  stack.push({ ready: '{' })
}
