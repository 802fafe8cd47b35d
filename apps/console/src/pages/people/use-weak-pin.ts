import { localDayOf, epochMs, weakPin } from '@counterfoil/domain'
import { useText } from '../../text'

/** Why a PIN is too easy, in words; asked before it is sent, the server asks again. */
export function useWeakPin(): (pin: string, personnelNumber: string) => string | undefined {
  const { t, format } = useText()
  return (pin, personnelNumber) => {
    const year = Number(localDayOf(epochMs(Date.now()), format.timeZone).slice(0, 4))
    const reason = weakPin(pin, personnelNumber, year)
    return reason && t.console.people.weak[reason]
  }
}
