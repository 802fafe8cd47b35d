import { type EpochMs, formatInstant, HOUR, plus, SECOND } from '@counterfoil/domain'
import { ENDPOINTS, type Sheet } from '@counterfoil/protocol'
import { signAccessToken } from '../auth/access-token'
import { IngestShop, type IngestTablet, PIN, type WireOp } from '../sync/testing'

/** A shop with an entrance, its people and their sheets; the clock stands at 10:00 UTC. */
export class ClockShop extends IngestShop {
  static override async open(): Promise<ClockShop> {
    const { server, shop } = await IngestShop.open()
    return new ClockShop(server, shop)
  }

  entrance(label = 'Entrance'): Promise<IngestTablet> {
    return this.tablet(['clock'], label)
  }

  /** A punch under a sign-on of its own, ten seconds before. @param hours from now */
  async tap(
    tablet: IngestTablet,
    staff: string,
    action: string,
    hours: number,
  ): Promise<[WireOp, WireOp]> {
    const at = this.at(hours * HOUR)
    const signOn = await tablet.signOn(staff, PIN, { at: plus(at, -10 * SECOND) })
    return [signOn, tablet.op(`clock.${action}`, {}, { at, sign_on: signOn.id })]
  }

  /** Several at once, in order: `in -9`, `out -1`. */
  async punched(
    tablet: IngestTablet,
    staff: string,
    ...told: readonly string[]
  ): Promise<string[]> {
    const ops: WireOp[] = []
    for (const one of told) {
      const [action = '', hours = ''] = one.split(' ')
      ops.push(...(await this.tap(tablet, staff, action, Number(hours))))
    }
    const { verdicts } = await tablet.push(ops)
    return verdicts.filter((_, index) => index % 2 === 1).map(({ code, status }) => code ?? status)
  }

  async sheet(staff_id: string, query: Readonly<Record<string, string>> = {}): Promise<Sheet> {
    const answer = await this.shop.call(ENDPOINTS.getSheet, { params: { id: staff_id }, query })
    return answer.body.sheet
  }

  /** Hours of work in the month, and what is odd. */
  async hours(staff_id: string): Promise<[hours: number, ...odd: string[]]> {
    const { total, anomalies } = await this.sheet(staff_id)
    return [total.worked_ms / HOUR, ...anomalies.map(({ kind }) => kind)]
  }

  async review(opId: string) {
    const query = { limit: '500' }
    const { items } = (await this.shop.call(ENDPOINTS.listReviews, { query })).body
    return items.find(({ op_id }) => op_id === opId)
  }

  async resolve(opId: string, action: 'accept' | 'void' | 'dismiss', note = '') {
    const id = (await this.review(opId))?.id ?? ''
    return this.shop.call(ENDPOINTS.resolveReview, { params: { id }, body: { action, note } })
  }

  /** What its owner gets to download. */
  async file(path: string): Promise<Response> {
    const { app, deps } = this.server
    const { account_id } = await deps.db
      .selectFrom('membership')
      .select('account_id')
      .where('merchant_id', '=', this.merchant_id)
      .where('role', '=', 'owner')
      .executeTakeFirstOrThrow()
    const authorization = `Bearer ${await signAccessToken(deps, account_id, deps.now())}`
    return app.request(`/api/v1/merchant/${path}`, { headers: { authorization } })
  }

  amend(body: Readonly<Record<string, unknown>>) {
    return this.shop.as('manager', ENDPOINTS.createAmendment, {
      body: { reason: 'told me so', ...body },
    })
  }

  /** What a manager puts in by hand. @param hours from now */
  added(punch: string, hours: number) {
    return { punch, at: formatInstant(this.at(hours * HOUR)), store_id: this.shop.store.id }
  }

  /** Says when a tablet was paired and when it last had nothing waiting. */
  async drain(
    { sender: { device_id } }: IngestTablet,
    facts: { readonly claimed_at: EpochMs; readonly drained_at: EpochMs | null; waiting?: number },
  ): Promise<void> {
    const { claimed_at, drained_at, waiting = 0 } = facts
    await this.server.deps.db
      .updateTable('device')
      .set({
        claimed_at: formatInstant(claimed_at),
        drained_at: drained_at === null ? null : formatInstant(drained_at),
        queue_pending: waiting,
      })
      .where('merchant_id', '=', this.merchant_id)
      .where('id', '=', device_id)
      .execute()
  }
}
