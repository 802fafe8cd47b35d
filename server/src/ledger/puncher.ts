import { sql } from 'kysely'

/**
 * For an operation called `it`: the person whose punch it is, where that is known. A sign-on that
 * came after its punch names the person all the same, if it is of the same tablet.
 */
export const PUNCHER = sql`(
  select person.id from staff person
   where it.kind like 'clock.%' and person.merchant_id = it.merchant_id
     and person.id = coalesce(it.staff_id, (
       select s.staff_id from sign_on s
        where s.merchant_id = it.merchant_id and s.op_id = it.sign_on
          and s.device_id = it.device_id)))`
