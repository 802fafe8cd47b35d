import { ENDPOINTS } from '@counterfoil/protocol'
import { useAll, useWrite } from './use-api'

export const useStaff = () => useAll('staff', ENDPOINTS.listStaff)
export const useCreateStaff = () => useWrite(ENDPOINTS.createStaff, ['staff'])
export const useUpdateStaff = () => useWrite(ENDPOINTS.updateStaff, ['staff'])
export const useSetPin = () => useWrite(ENDPOINTS.setPin, ['staff'])
export const useUnlockStaff = () => useWrite(ENDPOINTS.unlockStaff, ['staff'])
export const useIssueBadge = () => useWrite(ENDPOINTS.issueBadge, ['staff'])
