import { createReader, type Environment } from './config-reader'
import { checkSecret } from './config-secret'

/** Everything the environment decides; see section 10 of the wire contract. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Origin in QR codes, mails and proofs; no slash at the end. */
  readonly publicUrl: string
  /** Absolute or relative to the working directory. */
  readonly dataDir: string
  /** `undefined`: the embedded PostgreSQL. */
  readonly databaseUrl: string | undefined
  /** Where LISTEN and migrations go when `databaseUrl` is a transaction pooler. */
  readonly databaseDirectUrl: string | undefined
  /** Connections this node may hold. */
  readonly databasePool: number
  readonly demo: boolean
  /** `undefined`: made at random and kept in the data folder. */
  readonly demoPassword: string | undefined
  readonly smtpUrl: string | undefined
  readonly mailFrom: string | undefined
  /** `undefined`: generated into the data folder, with the embedded database only. */
  readonly secretKey: string | undefined
  /** Earlier secrets, or the next one: what was sealed and signed under them is still read. */
  readonly secretKeysPrevious: readonly string[]
  /** `undefined`: no `/metrics`. */
  readonly metricsToken: string | undefined
  /** Addresses or CIDR ranges whose `X-Forwarded-For` is believed; none by default. */
  readonly trustedProxies: readonly string[]
  readonly logLevel: LogLevel
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

const DATA_DIR = './data'
const PREVIOUS = 'SECRET_KEY_PREVIOUS'

/** The environment cannot be used; the message names every bad variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * The only reader of the environment. A variable that is set but empty counts as absent.
 * @param interactive someone watches in a terminal: requests are not logged unless asked for
 * @throws ConfigError once, naming every bad variable and what is wrong with it
 */
export function readConfig(env: Environment, interactive = false): Config {
  const reader = createReader(env)
  const port = reader.integer('PORT', { least: 1, most: 65535, fallback: 8787 })
  const databaseUrl = reader.url('DATABASE_URL', ['postgres:', 'postgresql:'])
  const config: Config = {
    port,
    databaseUrl,
    host: reader.text('HOST') ?? '127.0.0.1',
    publicUrl: reader.origin('PUBLIC_URL') ?? `http://localhost:${port}`,
    dataDir: reader.text('DATA_DIR') ?? DATA_DIR,
    databaseDirectUrl: reader.url('DATABASE_DIRECT_URL', ['postgres:', 'postgresql:']),
    databasePool: reader.integer('DATABASE_POOL', { least: 2, most: 200, fallback: 16 }),
    demo: reader.flag('DEMO', databaseUrl === undefined),
    demoPassword: reader.text('DEMO_PASSWORD'),
    smtpUrl: reader.url('SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: reader.text('MAIL_FROM'),
    secretKey: reader.text('SECRET_KEY'),
    secretKeysPrevious: reader.list(PREVIOUS),
    metricsToken: reader.text('METRICS_TOKEN'),
    trustedProxies: reader.addresses('TRUSTED_PROXIES'),
    logLevel: reader.choice('LOG_LEVEL', LOG_LEVELS, interactive ? 'warn' : 'info'),
  }
  const problems = [...reader.problems, ...checkTogether(config)]
  if (problems.length > 0) throw refusal(problems)
  return config
}

/** What the command line needs of the environment: where the database is, and the secret if set. */
export type ToolConfig = Pick<
  Config,
  'dataDir' | 'databaseUrl' | 'secretKey' | 'secretKeysPrevious'
>

/** @throws ConfigError as {@link readConfig} does; no secret is asked for */
export function readToolConfig(env: Environment): ToolConfig {
  const reader = createReader(env)
  const databaseUrl = reader.url('DATABASE_URL', ['postgres:', 'postgresql:'])
  // Sessions are set up for a whole backup: no transaction pooler in between.
  const direct = reader.url('DATABASE_DIRECT_URL', ['postgres:', 'postgresql:'])
  const config = {
    databaseUrl: direct ?? databaseUrl,
    dataDir: reader.text('DATA_DIR') ?? DATA_DIR,
    secretKey: reader.text('SECRET_KEY'),
    secretKeysPrevious: reader.list(PREVIOUS),
  }
  if (reader.problems.length > 0) throw refusal(reader.problems)
  return config
}

function refusal(problems: readonly string[]): ConfigError {
  return new ConfigError(`The environment cannot be used:\n  ${problems.join('\n  ')}`)
}

/** What no variable can be judged for by itself. Values of secrets are never repeated. */
function checkTogether(config: Config): string[] {
  const problems = [
    ...checkSecret('SECRET_KEY', config.secretKey, 32),
    ...config.secretKeysPrevious.flatMap((secret) => checkSecret(PREVIOUS, secret, 32)),
  ]
  if (config.secretKey === undefined && config.databaseUrl !== undefined) {
    problems.push('SECRET_KEY is required with DATABASE_URL: 32 or more random characters')
  }
  if (config.databaseDirectUrl !== undefined && config.databaseUrl === undefined) {
    problems.push('DATABASE_DIRECT_URL goes with DATABASE_URL alone')
  }
  if (config.demoPassword !== undefined && config.demoPassword.length < 8) {
    problems.push('DEMO_PASSWORD must have 8 characters or more')
  }
  if (config.metricsToken !== undefined && config.metricsToken.length < 16) {
    problems.push('METRICS_TOKEN must have 16 characters or more')
  }
  if (config.smtpUrl !== undefined && config.mailFrom === undefined) {
    problems.push('MAIL_FROM is required with SMTP_URL')
  }
  return problems
}
