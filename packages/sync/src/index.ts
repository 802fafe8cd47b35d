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
