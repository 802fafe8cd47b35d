import { LanguagePicker, Logo } from '../src/index'
import styles from './gallery.module.css'
import { Buttons } from './parts/buttons'
import { States, Paper } from './parts/states'
import { Fields } from './parts/fields'
import { Overlays } from './parts/overlays'
import { Lists, Pictures } from './parts/lists'
import { useText } from './text'

export function PartsPage() {
  const { language, setLanguage } = useText()
  return (
    <main className={styles['page']}>
      <div className={styles['between']}>
        <h1>
          <Logo />
        </h1>
        <LanguagePicker compact onChange={setLanguage} value={language} />
      </div>
      <Buttons />
      <States />
      <Paper />
      <Fields />
      <Overlays />
      <Lists />
      <Pictures />
    </main>
  )
}
