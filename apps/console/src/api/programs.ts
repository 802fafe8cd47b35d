import { ENDPOINTS } from '@counterfoil/protocol'
import { useAll, useWrite } from './use-api'

export const usePrograms = () => useAll('programs', ENDPOINTS.listPrograms)
export const useCreateProgram = () => useWrite(ENDPOINTS.createProgram, ['programs'])
export const useUpdateProgram = () => useWrite(ENDPOINTS.updateProgram, ['programs'])
export const useRewards = () => useAll('programs', ENDPOINTS.listRewards)
export const useCreateReward = () => useWrite(ENDPOINTS.createReward, ['programs'])
export const useUpdateReward = () => useWrite(ENDPOINTS.updateReward, ['programs'])
