import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Config } from '../config'
import type { AppEnv } from '../http/env'

/** Browsers keep `__Host-` and `Secure` cookies on https, and on localhost without it. */
function isSecure({ publicUrl }: Config): boolean {
  const { protocol, hostname } = new URL(publicUrl)
  return protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost')
}

function nameOf(config: Config): string {
  return isSecure(config) ? '__Host-counterfoil' : 'counterfoil'
}

function attributesOf(config: Config) {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(config) } as const
}

export function readSessionCookie(c: Context<AppEnv>, config: Config): string | undefined {
  return getCookie(c, nameOf(config))
}

/** @param maxAge seconds */
export function writeSessionCookie(
  c: Context<AppEnv>,
  config: Config,
  token: string,
  maxAge: number,
): void {
  setCookie(c, nameOf(config), token, { ...attributesOf(config), maxAge })
}

export function clearSessionCookie(c: Context<AppEnv>, config: Config): void {
  deleteCookie(c, nameOf(config), attributesOf(config))
}
