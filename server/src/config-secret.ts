const EXAMPLE = /change.?me|example|secret|password|insecure|default|test.?key|12345678/i

/**
 * What is wrong with a secret that an operator set: too short, an example, or too regular to be
 * random. Empty when nothing is, or when it is not set. Never repeats the secret.
 */
export function checkSecret(name: string, secret: string | undefined, least: number): string[] {
  if (secret === undefined) return []
  if (secret.length < least) return [`${name} must have ${least} characters or more`]
  if (EXAMPLE.test(secret) || new Set(secret).size < 10) {
    return [
      `${name} looks like an example: use random characters, such as \`openssl rand -base64 32\``,
    ]
  }
  return []
}
