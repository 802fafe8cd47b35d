import { type AnswerOf, ENDPOINTS } from '@counterfoil/protocol'
import { useAll, useRead, useWrite } from './use-api'

/** A tablet with the code that pairs it; the code is in this answer only. */
export type PairedAnswer = AnswerOf<typeof ENDPOINTS.createDevice>

export const useDevices = () => useAll('devices', ENDPOINTS.listDevices)
export const useDevice = (id: string, every: number | false = false) =>
  useRead('devices', ENDPOINTS.getDevice, { params: { id } }, { every })
export const useCreateDevice = () => useWrite(ENDPOINTS.createDevice, ['devices'])
export const useUpdateDevice = () => useWrite(ENDPOINTS.updateDevice, ['devices'])
export const usePairAgain = () => useWrite(ENDPOINTS.pairDeviceAgain, ['devices'])
export const useRevokeDevice = () => useWrite(ENDPOINTS.revokeDevice, ['devices', 'staff', 'today'])
