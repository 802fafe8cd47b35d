export type { BatchLimits } from './batch'
export { ANSWER_MS, createEngine, type Engine, type EngineOptions } from './engine'
export { type LeaderParts, type Pulse, runLeadership, type TabLock } from './leader'
export type {
  CancelSignal,
  Clock,
  Health,
  Outbox,
  Ports,
  PullPage,
  QueuedOp,
  QueueFigures,
  Replica,
  Stream,
  Timers,
  Transport,
  TransportAnswer,
} from './ports'
export type { StopCode } from './push-outcome'
export { isRecord, type Reply, readReply } from './reply'
export type { EngineState } from './state'
export { applyPage } from './local/apply-page'
export { cardState, effectsOn } from './local/card-state'
export {
  checkTicket,
  crowdHere,
  partyAfter,
  partyHere,
  readTicket,
  type VerifySignature,
} from './local/door'
export { findKeys, guestQuery } from './local/find-guests'
export type { Draft } from './local/draft'
export { keepOp, previewOp } from './local/keep-op'
export { readCursor } from './local/pulled'
export { standingPunches } from './local/punches'
export { numbersGone } from './local/numbers-gone'
export type {
  CardRow,
  ClockRow,
  CrowdRow,
  EffectRow,
  Identity,
  IssuerKeyRow,
  LocalMeta,
  MovementRow,
  NoticeRow,
  OutboxRow,
  PerformanceRow,
  PinRow,
  ProgramRow,
  PunchRow,
  RewardRow,
  SignOnRow,
  StaffRow,
  TicketRow,
} from './local/rows'
export { type OnScreen, settle } from './local/settle'
export { EFFECT_TABLES, type LocalTables, OP_TABLES, REPLICA_TABLES } from './local/tables'
