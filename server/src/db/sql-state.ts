/** SQLSTATE of an error that PostgreSQL reported, or Node's own code of a broken connection. */
export function sqlStateOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
