import { durationMs, HOUR, type Id, plus } from '@counterfoil/domain'
import { BatchSize } from './batch-size'
import { batchBody, type BatchLimits, fitBatch } from './batch'
import { backoffMs } from './backoff'
import { withDeadline } from './cancel'
import { HealingPatience, lackingRanges } from './lacking'
import type { CancelSignal, Health, Ports, QueuedOp, QueueFigures, Stream } from './ports'
import { judgePush, type PushOutcome, type StopCode } from './push-outcome'
import { readPushAnswer } from './read-push-answer'
import { readReply } from './reply'
import type { ServerClock } from './server-clock'
import type { EngineState, Observed } from './state'
import type { VerdictWaiters } from './verdict-waiters'

/** No request is waited for longer than this. */
export const REQUEST_MS = durationMs(20_000)
/** With nothing to send, the server still hears of us this often. */
export const HEARTBEAT_MS = durationMs(30_000)
/** After the last operation that waited, a word that nothing waits any more; the next may be near. */
const DRAINED_MS = durationMs(1000)
/** Answers that a tablet is unknown before its operations are set aside. */
const STRANGER_STRIKES = 3
/** Sent operations are kept this long, for a server that was restored from a backup. */
const WINDOW = 14 * 24 * HOUR

export interface PushParts {
  readonly ports: Ports
  readonly limits: BatchLimits
  readonly serverClock: ServerClock
  readonly state: Observed<EngineState>
  readonly waiters: VerdictWaiters
  readonly onStop: (code: StopCode) => void
  /** Verdicts came: their effects are on their way through pull. */
  readonly onVerdicts: () => void
}

interface Batch {
  readonly stream: Stream
  readonly recovered: boolean
  readonly ops: readonly QueuedOp[]
  /** Of a round of heartbeats; the pause comes after it. */
  readonly last?: boolean
}

interface Heartbeat {
  readonly figures: QueueFigures
  readonly health: Health
}

type Answered = Extract<PushOutcome, { kind: 'answered' }>

/** Sends what waits, one batch at a time. Each step answers the pause until the next. */
export class Push {
  readonly #size: BatchSize
  #failures = 0
  /** How often in a row the server knew nothing of an earlier stream. */
  readonly #strangers = new Map<string, number>()
  /** Which of the earlier streams the next heartbeat is for. */
  #beats = 0
  #prunedAt = Number.NEGATIVE_INFINITY
  readonly #patience: HealingPatience

  constructor(readonly parts: PushParts) {
    this.#size = new BatchSize(parts.limits.max_ops)
    this.#patience = new HealingPatience(parts.ports.clock)
  }

  /** One attempt. Abandoned steps (`signal`) still settle what they were answered: it is final. */
  async step(signal: CancelSignal): Promise<number> {
    // A person may be waiting for the verdict: everything is asked for at once.
    const [batch, told] = await Promise.all([this.#nextBatch(), this.#tell()])
    const outcome = await this.#attempt(batch, signal, told)
    if (signal.cancelled && outcome.kind !== 'answered') return 0
    return this.#follow(batch, outcome, signal)
  }

  /** A step failed on our own side (storage): nothing is lost, try again. */
  failed(error: unknown): number {
    const reason = error instanceof Error ? error.message : 'storage failed'
    return this.#retry(reason, null, this.parts.state.get().reachable)
  }

  /** Somebody says that the network is back, or wants another try. */
  forgetFailures(): void {
    this.#failures = 0
    this.#strangers.clear()
  }

  async #nextBatch(): Promise<Batch> {
    const { outbox } = this.parts.ports
    const present = await outbox.stream()
    const ops = await this.#fill(present)
    if (ops.length > 0) return { stream: present, recovered: false, ops }
    const earlier = await outbox.earlier()
    for (const stream of earlier) {
      const found = await this.#fill(stream)
      if (found.length > 0) return { stream, recovered: true, ops: found }
    }
    // Nothing waits: a heartbeat, to every stream in turn, so that each can say what it lacks.
    const stream = earlier[this.#beats]
    this.#beats = stream === undefined ? 0 : this.#beats + 1
    const last = stream === undefined
    return { stream: stream ?? present, recovered: !last, ops: [], last }
  }

  async #fill(stream: Stream): Promise<readonly QueuedOp[]> {
    const most = this.#size.most
    const waiting = await this.parts.ports.outbox.waiting(stream, most)
    return fitBatch(waiting, this.parts.limits, most)
  }

  /** What a heartbeat tells of the tablet. */
  async #tell(): Promise<Heartbeat> {
    const { outbox, health } = this.parts.ports
    const [figures, condition] = await Promise.all([outbox.figures(), health()])
    return { figures, health: condition }
  }

  async #attempt(batch: Batch, signal: CancelSignal, told: Heartbeat): Promise<PushOutcome> {
    const { ports, serverClock } = this.parts
    const sent = serverClock.read()
    const body = batchBody(batch.ops, {
      sent_at: sent.wall,
      ...told,
      recovered_from: batch.recovered ? batch.stream : null,
    })
    const answer = await withDeadline(
      ports.timers,
      REQUEST_MS,
      signal,
      (inner) => ports.transport.push(body, inner),
      { kind: 'none', reason: 'no answer within 20 s' },
    )
    const reply = readReply(answer, readPushAnswer)
    const outcome = judgePush(reply, idsOf(batch), batch.recovered)
    if (outcome.kind === 'answered') serverClock.learn(sent, outcome.received_at)
    return outcome
  }

  async #follow(batch: Batch, outcome: PushOutcome, signal: CancelSignal): Promise<number> {
    switch (outcome.kind) {
      case 'answered':
        return this.#answered(batch, outcome)
      case 'retry':
        this.parts.state.change({ outdated: outcome.reason === 'PROTOCOL_UNSUPPORTED' })
        return this.#retry(outcome.reason, outcome.after_ms)
      case 'split':
        return this.#split(batch, outcome.reason, signal)
      case 'doubt':
        return this.#doubt(batch, outcome, signal)
      case 'stranger':
        return this.#stranger(batch, outcome.reason, signal)
      case 'stop':
        this.parts.onStop(outcome.code)
        return 0
    }
  }

  async #answered(batch: Batch, outcome: Answered): Promise<number> {
    const { ports, state, waiters } = this.parts
    this.#failures = 0
    if (outcome.verdicts.length > 0) {
      // On the server's disk and final: whoever waits need not wait for ours as well. A sign-on is
      // told when it is kept, because what comes next builds upon it.
      const signOns = new Set(batch.ops.filter(isSignOn).map(({ id }) => id))
      const told = waiters.tell(outcome.verdicts.filter(({ id }) => !signOns.has(id)))
      await ports.outbox.settle(outcome.verdicts, outcome.received_at, told)
      waiters.tell(outcome.verdicts)
      this.#size.succeeded()
    }
    state.change({
      reachable: true,
      failures: 0,
      last_error: null,
      next_attempt_at: null,
      outdated: false,
    })
    if (outcome.verdicts.length > 0) this.parts.onVerdicts()
    const reopened = await this.#heal(batch, outcome)
    await this.#prune(outcome)
    if (reopened) return 0
    if (batch.last === true) return HEARTBEAT_MS
    return (await this.#isDrained(batch)) ? DRAINED_MS : 0
  }

  /** Whether a batch of the present pairing was the last that waited. */
  async #isDrained({ stream, recovered, ops }: Batch): Promise<boolean> {
    if (recovered || ops.length === 0) return false
    return (await this.parts.ports.outbox.waiting(stream, 1)).length === 0
  }

  /** Sends again what the server says it lacks. @returns whether there is something to send now */
  async #heal(batch: Batch, outcome: Answered): Promise<boolean> {
    const { outbox } = this.parts.ports
    if (!batch.recovered) await outbox.raiseNextSeq(batch.stream, outcome.last_seq + 1)
    const highest = await outbox.highestAnswered(batch.stream)
    const lacking = lackingRanges(outcome, highest)
    if (!this.#patience.allows(batch.stream, outcome, lacking)) return false
    const gone = await outbox.resend(batch.stream, lacking)
    // Of an earlier pairing the gap itself tells: its numbering is closed.
    if (gone.length > 0 && !batch.recovered) await outbox.reportLost(gone)
    return (await outbox.waiting(batch.stream, 1)).length > 0
  }

  async #prune({ received_at }: Answered): Promise<void> {
    if (received_at - this.#prunedAt < HOUR) return
    this.#prunedAt = received_at
    await this.parts.ports.outbox.prune(plus(received_at, -WINDOW))
  }

  /** The server may be unwell, so every smaller batch comes after a pause. */
  async #doubt(
    batch: Batch,
    { reason, after_ms }: Extract<PushOutcome, { kind: 'doubt' }>,
    signal: CancelSignal,
  ): Promise<number> {
    if (!this.#size.doubted() || batch.ops.length === 0) return this.#retry(reason, after_ms)
    const pause = await this.#split(batch, reason, signal)
    return batch.ops.length > 1 ? this.#retry(reason, after_ms) : pause
  }

  async #split(batch: Batch, reason: string, signal: CancelSignal): Promise<number> {
    const bad = this.#size.refused(batch.ops.map(({ id }) => id))
    if (batch.ops.length > 1) return 0
    if (bad === undefined) return this.#retry(reason, null)
    return this.#parkIfWell([bad], reason, signal)
  }

  /**
   * The server knows no tablet of whom these operations would be. It may be about to be put right,
   * so it is asked again; then they are put before a person, all of them.
   */
  async #stranger(batch: Batch, reason: string, signal: CancelSignal): Promise<number> {
    // There is nobody to send a heartbeat for.
    if (batch.ops.length === 0) return 0
    const key = JSON.stringify(batch.stream)
    const strikes = (this.#strangers.get(key) ?? 0) + 1
    this.#strangers.set(key, strikes)
    if (strikes < STRANGER_STRIKES) return this.#retry(reason, null, true)
    return this.#parkIfWell([...idsOf(batch)], reason, signal)
  }

  /** Only a server that is well otherwise proves that the operations are at fault. */
  async #parkIfWell(ids: readonly Id[], reason: string, signal: CancelSignal): Promise<number> {
    const { outbox } = this.parts.ports
    const empty: Batch = { stream: await outbox.stream(), recovered: false, ops: [] }
    const probe = await this.#attempt(empty, signal, await this.#tell())
    if (probe.kind !== 'answered') return this.#follow(empty, probe, signal)
    for (const id of ids) await outbox.park(id, reason)
    this.#failures = 0
    return 0
  }

  #retry(reason: string, wish: number | null, reachable: boolean | null = false): number {
    const { ports, state, waiters } = this.parts
    this.#failures += 1
    const pause = backoffMs(this.#failures, ports.random, wish)
    state.change({
      reachable,
      failures: this.#failures,
      last_error: reason,
      next_attempt_at: plus(ports.clock.wall(), pause),
    })
    waiters.giveUp()
    return pause
  }
}

function isSignOn({ kind }: QueuedOp): boolean {
  return kind === 'staff.sign_on'
}

function idsOf({ ops }: Batch): ReadonlySet<Id> {
  return new Set(ops.map(({ id }) => id))
}
