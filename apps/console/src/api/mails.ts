import { ENDPOINTS, type Mail } from '@counterfoil/protocol'
import { usePages, useRead, useWrite } from './use-api'

export const useMails = (status: Mail['status'] | undefined) =>
  usePages('door', ENDPOINTS.listMails, { limit: 50, ...(status && { status }) })
export const useMail = (id: string) => useRead('door', ENDPOINTS.getMail, { params: { id } })
export const useRetryMail = () => useWrite(ENDPOINTS.retryMail, ['door'])
