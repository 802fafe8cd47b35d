import {
  createFormat,
  type Format,
  type Language,
  loadServerMessages,
  type ServerMessages,
} from '@counterfoil/messages'
import type { Context } from 'hono'
import { acceptedLanguage } from '../../http/accepted-languages'
import type { AppEnv } from '../../http/env'
import { answerPage, type Html } from '../layout'

export type StampTexts = ServerMessages['stamp']

/** One request of a phone, in its own language. */
export interface StampPage {
  readonly c: Context<AppEnv>
  readonly language: Language
  readonly t: StampTexts
  readonly format: (timeZone: string) => Format
}

export async function stampPage(c: Context<AppEnv>): Promise<StampPage> {
  const language = acceptedLanguage(c)
  const { stamp: t } = await loadServerMessages(language)
  return { c, language, t, format: (timeZone) => createFormat(language, timeZone) }
}

export function answerStamp(
  { c, language, t }: StampPage,
  body: Html,
  status?: Parameters<typeof answerPage>[2],
  owner?: string,
): Response | Promise<Response> {
  const page = { title: t.title, lang: language, body }
  return answerPage(c, owner === undefined ? page : { ...page, owner }, status)
}
