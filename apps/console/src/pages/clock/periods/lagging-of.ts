import { type LaggingDevice, laggingDeviceSchema, ProblemAnswer } from '@counterfoil/protocol'

/** The tablets that a period waits for, when it could not be closed because of them. */
export function laggingOf(error: Error | null): readonly LaggingDevice[] {
  if (!(error instanceof ProblemAnswer)) return []
  const told = laggingDeviceSchema.array().safeParse(error.problem['lagging'])
  return told.success ? told.data : []
}
