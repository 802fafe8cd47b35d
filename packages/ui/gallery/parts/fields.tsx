import { useState } from 'react'
import {
  Checkbox,
  CheckboxGroup,
  Form,
  FormTextArea,
  FormTextField,
  NumberField,
  RadioGroup,
  Select,
  Switch,
} from '../../src/console/index'
import { Button } from '../../src/index'
import styles from '../gallery.module.css'
import { Section } from './section'

export function Fields() {
  const [jobs, setJobs] = useState<('loyalty' | 'door' | 'clock')[]>(['loyalty'])
  const [store, setStore] = useState<'1' | '2' | null>('1')
  const [kind, setKind] = useState<'stamps' | 'points' | null>('stamps')
  const errors = useState([
    { pointer: '/label', message: 'Another tablet has this label already.' },
  ])[0]
  return (
    <Section title="Fields">
      <Form errors={errors} onSubmit={() => undefined}>
        <div className={styles['grid']}>
          <FormTextField
            defaultValue="Counter 1"
            hint="As staff call it."
            label="Label"
            name="label"
          />
          <Select
            label="Store"
            onChange={setStore}
            options={[
              { value: '1', label: 'Harbour 1', hint: 'Quai 3' },
              { value: '2', label: 'Harbour 2', hint: 'Station' },
            ]}
            value={store}
          />
          <NumberField defaultValue={15} hint="0 to 240" label="Cooldown" minValue={0} unit="min" />
          <FormTextArea label="Reason" name="reason" note="optional" rows={2} />
          <CheckboxGroup
            hint="What this tablet may be used for."
            label="Jobs"
            onChange={setJobs}
            options={[
              { value: 'loyalty', label: 'Counter', hint: 'Stamps, points and rewards' },
              { value: 'door', label: 'Door' },
              { value: 'clock', label: 'Clock' },
            ]}
            value={jobs}
          />
          <RadioGroup
            cards
            label="Kind of program"
            onChange={setKind}
            options={[
              {
                value: 'stamps',
                label: 'Stamps',
                hint: 'One for each visit; a full card is a reward.',
              },
              { value: 'points', label: 'Points', hint: 'From the amount; rewards cost points.' },
            ]}
            value={kind}
          />
          <div>
            <Switch defaultSelected hint="Staff type their PIN before each stamp.">
              Ask for the PIN
            </Switch>
            <Switch>Phone clock</Switch>
            <Checkbox defaultSelected>Remember this browser</Checkbox>
          </div>
        </div>
        <div className={styles['line']}>
          <Button type="submit" variant="primary">
            Save
          </Button>
          <Button variant="quiet">Cancel</Button>
        </div>
      </Form>
    </Section>
  )
}
