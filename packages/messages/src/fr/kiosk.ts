import type { kiosk as source } from '../en/kiosk'
import { wordsOf } from '../plural'

const { count, pick } = wordsOf('fr')

export const kiosk: typeof source = {
  scan: { title: 'Montrez le code', hint: 'Tenez la carte devant la caméra.' },
  type_code: 'Taper le code',
  still_there: 'Toujours là ?',

  home: {
    start: 'Retour au scan',
    tablet: 'Cette tablette',
    job: 'Poste',
    camera: 'Caméra',
    signed_on: ({ name, until }) => `${name} : session ouverte jusqu’à ${until}`,
    someone_signed_on: ({ until }) => `Session ouverte jusqu’à ${until}`,
    sign_off: 'Fermer la session',
    last: 'Dernier résultat',
  },

  jobs: {
    none: 'Cette tablette n’a pas de fonction',
    none_text:
      'La direction lui en donne une dans la console, sous Tablettes. Elle apparaît ici d’elle-même.',
    not_yet: ({ job }) => `${job} : pas encore dans cette version`,
    not_yet_text: 'Cela vient avec une mise à jour. Les autres fonctions marchent comme toujours.',
  },

  status: {
    label: 'Réseau et file d’attente',
    online: 'En ligne',
    offline: 'Hors ligne',
    all_sent: 'Tout est envoyé',
    waiting: ({ operations }) => `${operations} en attente`,
    parked: ({ operations }) => `${operations} à vérifier`,
    synced: ({ when }) => `À jour : ${when}`,
    never_synced: 'Pas encore synchronisé',
    clock: 'Vérifier l’heure',
  },

  idle: {
    text: 'L’écran revient bientôt au début, pour que rien de personnel n’y reste.',
    stay: 'Je suis toujours là',
    leave: 'Revenir au début',
    seconds: ({ seconds }) => `Retour au début dans ${count(seconds, 'seconde', 'secondes')}`,
  },

  typed: {
    title: 'Taper le code',
    label: 'Code sous le QR',
    hint: 'Les lettres et chiffres imprimés sous le QR. Les espaces ne comptent pas, les majuscules oui.',
    submit: 'Utiliser ce code',
    too_short: 'Le code n’est pas encore complet. Il a 22 caractères.',
  },

  who: {
    title: 'Qui est-ce ?',
    hint: 'Touchez votre nom ou montrez votre badge.',
    search: 'Chercher votre nom',
    nobody: 'Personne ne travaille encore ici',
    nobody_text:
      'Le responsable ajoute les personnes dans la console. Elles apparaissent ici toutes seules.',
    no_match: 'Aucun nom ne correspond',
    locked_until: ({ when }) => `Bloqué jusqu’à ${when}`,
    no_pin: 'Pas encore de PIN',
    no_pin_text: ({ name }) =>
      `${name} n’a pas encore de PIN. Le responsable en définit un dans la console.`,
    badge_unknown: 'Ce badge n’appartient à personne ici. Touchez plutôt votre nom.',
    for_card: ({ card }) => `Carte ••${card}`,
    new_card: 'Une carte que cette tablette ne connaît pas encore',
  },

  pin: {
    title: ({ name }) => `${name}, votre PIN`,
    progress: ({ digit, length }) => `Chiffre ${digit} sur ${length}`,
    empty: ({ length }) => `PIN de ${length} chiffres, aucun saisi`,
    erase: 'Effacer le dernier chiffre',
    checking: 'Vérification',
    someone_else: 'Quelqu’un d’autre',
    pad: 'Touches pour le PIN',
    locked_title: 'PIN bloqué',
    locked_text:
      'Trop d’essais. Patientez, ou demandez au responsable de le débloquer dans la console.',
    locked_left: 'Temps restant',
    locked_when: ({ when }) => `Bloqué jusqu’à ${when}`,
  },

  working: {
    stamping: 'Un instant',
    undoing: 'Annulation',
    card: ({ card }) => `Carte ••${card}`,
    new_card: 'Nouvelle carte',
  },

  choose: {
    title_points: 'Quel montant a été payé ?',
    title_stamps: 'Que faire ?',
    amount: 'Montant payé',
    pad: 'Montant',
    give_points: ({ points }) => `Ajouter ${count(points, 'point', 'points')}`,
    give_stamp: 'Donner un tampon',
    rewards: 'Échanger',
    redeem: ({ reward }) => `Échanger : ${reward}`,
    points: ({ points }) => count(points, 'point', 'points'),
    full_cards: ({ sets }) => count(sets, 'carte pleine', 'cartes pleines'),
  },
  verdict: {
    points_added: ({ points }) => `+${count(points, 'point', 'points')}`,
    balance: ({ points }) => `${count(points, 'point', 'points')} sur la carte`,
    stamps_left: ({ stamps }) => `Il reste ${count(stamps, 'tampon', 'tampons')} sur la carte`,
    no_points: 'Cet achat est trop petit pour des points. Il est noté.',
    taken_back: 'Tout est repris.',
    stamp_of: ({ stamps, total }) => `Tampon ${stamps} sur ${total}`,
    card_full: 'Carte complète',
    reward: ({ reward }) => `Récompense gagnée : ${reward}`,
    rewards_ready: ({ sets }) => `${count(sets, 'carte complète', 'cartes complètes')} à utiliser`,
    stamped: 'La carte a reçu son tampon.',
    next_stamp: ({ when }) => `Prochain tampon à partir de ${when}`,
    just_stamped: 'Cette carte vient d’être tamponnée.',
    undone: 'Le tampon a été retiré de la carte.',
    pending: 'Enregistré',
    pending_text: 'Cette carte n’est pas encore sur la liste d’ici. Le serveur décidera.',
    saved_short: 'Enregistré ici',
    confirmed_short: 'Confirmé',
    refused_after_all: 'Le serveur l’a refusé entre-temps',
    saved_online: 'Enregistré ici. La réponse du serveur arrive.',
    checked: 'Vérifié auprès du serveur',
    unchecked: 'Décidé ici. Le serveur vérifie dès le retour du réseau.',
    unchecked_online: 'Décidé ici. Le serveur vérifie encore.',
    unchecked_short: 'Décidé ici',
    allowed_after_all: 'Le serveur l’a permis entre-temps',
    hello: ({ name }) => `Bonjour ${name}`,
    signed_on_until: ({ when }) => `Session ouverte jusqu’à ${when}`,
    not_saved: 'Non enregistré',
    not_saved_quota:
      'La mémoire de la tablette est pleine : rien n’a été gardé. Recommencez plus tard.',
    not_saved_storage: 'La tablette n’a pas pu l’écrire : rien n’a été gardé. Recommencez.',
    not_saved_not_leader:
      'Une autre fenêtre de cette tablette travaille. Utilisez-la ; rien n’a été gardé ici.',
    foreign: 'Pas d’ici',
    foreign_text: 'Ce code appartient à un autre Counterfoil. Il ne compte pas ici.',
    unknown: 'Pas un des nôtres',
    unknown_text: 'Ce code n’est ni une carte ni un badge. Il n’a pas été ouvert.',
    ticket: 'C’est un billet',
    ticket_text: 'Les billets se présentent à l’entrée. Cette tablette est au comptoir.',
    no_ticket: 'Pas un billet',
    no_ticket_text:
      'Ce code n’est pas un billet. Il n’a pas été ouvert. Demandez le billet, ou cherchez le nom.',
    poster: 'C’est l’affiche',
    poster_text: 'L’affiche de pointage est pour votre propre téléphone. Elle ne fait rien ici.',
    pairing: 'Déjà associée',
    pairing_text: 'C’est un code d’association, et cette tablette est associée. Rien n’a changé.',
    badge_unknown: 'Badge inconnu',
    badge_unknown_text: 'Ce badge n’appartient à personne ici. Demandez au responsable.',
    failed: 'Veuillez réessayer',
    failed_text:
      'Un problème est survenu sur cette tablette. Ce qui était enregistré est en sûreté.',
  },

  pairing: {
    welcome: 'Bienvenue',
    intro: 'Cette tablette n’est pas encore associée.',
    step_console: 'Dans la console, préparez une tablette.',
    step_show: 'Tenez le QR devant cette caméra.',
    step_done: 'C’est tout. Elle fonctionne ensuite avec ou sans réseau.',
    code_label: 'Code d’association',
    code_hint: 'Il figure sous le QR dans la console et vaut 15 minutes.',
    pair: 'Associer',
    working: 'Association',
    not_pairing: 'Ce n’est pas un code d’association. Montrez le QR de la console.',
    other_merchant: 'Code d’un autre commerce',
    other_merchant_text:
      'Cette tablette garde du travail non envoyé du commerce précédent. Associez-la d’abord à lui, pour que rien ne se perde.',
    by_code: 'Taper le code à la place',
    unreachable: 'Pas de connexion',
    unreachable_text:
      'Le serveur ne répond pas. Vérifiez le réseau de la tablette ; le code garde ses 15 minutes.',
    code_unknown: 'Code inconnu',
    code_unknown_text:
      'Vérifiez les lettres, ou affichez un nouveau code dans la console. Un code sert une fois, pendant 15 minutes.',
    not_kept: 'L’association n’a pas pu être enregistrée',
    not_kept_text:
      'Rien n’a changé sur cette tablette. Réessayez ; si le code est alors refusé, affichez-en un nouveau dans la console.',
  },

  first_sync: {
    title: 'Préparation',
    text: 'Les cartes et les personnes arrivent. Il n’y a rien à faire.',
    rows: ({ rows }) => `${rows} reçues`,
    interrupted: 'En attente du réseau',
    interrupted_text: 'La suite reprend toute seule où elle s’est arrêtée. Rien ne recommence.',
  },

  queue: {
    title: 'Réseau et file d’attente',
    online: 'En ligne. Ce qui se fait ici part aussitôt.',
    offline: 'Hors ligne. Tout est gardé ici et partira tout seul plus tard.',
    retry: 'Envoyer maintenant',
    empty: 'Rien en attente',
    empty_text: 'Tout ce qui s’est fait sur cette tablette est confirmé.',
    list: 'Opérations',
    waiting: 'En attente',
    confirmed: 'Confirmé',
    refused: 'Refusé',
    parked: 'À vérifier',
    unknown_tablet:
      'Le serveur ne connaît pas la tablette d’où vient ceci. Tout reste ici ; montrez-le au responsable.',
    parked_text:
      'Le serveur ne peut pas prendre celle-ci. Elle reste ici ; le responsable la voit.',
    recovered: 'D’avant la dernière association',
    attempts: ({ attempts }) => count(attempts, 'essai jusqu’ici', 'essais jusqu’ici'),
    number: ({ seq }) => `N° ${seq}`,
    details: 'Afficher les détails',
    next_attempt: ({ when }) => `Prochain essai : ${when}`,
    last_error: ({ error }) => `Dernier essai : ${error}`,
    earlier: ({ operations }) => `et ${count(operations, 'plus ancienne', 'plus anciennes')}`,
  },

  notices: {
    title: 'Refusé après coup',
    intro:
      'La tablette a dit oui sans pouvoir demander. Le serveur a dit non. Rien n’est perdu : le responsable voit chaque cas et décide.',
    strip: ({ notices }) =>
      `${count(notices, 'opération refusée', 'opérations refusées')} après coup`,
    look: 'Voir',
    seen: 'J’ai vu',
    none: 'Rien n’a été refusé',
    none_text: 'Chaque oui de cette tablette est resté un oui.',
  },

  tablet: {
    title: 'Cette tablette',
    camera: 'Caméra',
    camera_auto: 'Caméra arrière',
    camera_front: 'Caméra avant',
    camera_numbered: ({ number }) => `Caméra ${number}`,
    torch_on: 'Allumer la lampe',
    torch_off: 'Éteindre la lampe',
    full_screen: 'Plein écran',
    sound_test: 'Essayer le son',
    diagnostics: 'Diagnostic',
    decoder: 'Lecteur de codes',
    decoder_none: 'pas démarré',
    frame_to_decoded: 'Lecture d’une image',
    frame_to_signal: 'De l’image au signal',
    frame_to_answer: 'De l’image à la réponse',
    half_and_most: ({ p50, p95 }) => `${p50} ms en général, ${p95} ms au pire (p50, p95)`,
    no_measure: 'rien de mesuré encore',
    starts_offline: 'Démarre sans réseau',
    persisted: 'Stockage garanti par le navigateur',
    yes: 'oui',
    no: 'non',
    unknown: 'inconnu',
    used: 'Stockage utilisé',
    used_of: ({ used, quota }) => `${used} sur ${quota}`,
    megabytes: ({ size }) => `${size} Mo`,
    offset: 'Horloge par rapport au serveur',
    offset_ahead: ({ by }) => `avance de ${by}`,
    offset_behind: ({ by }) => `retard de ${by}`,
    offset_none: 'juste à la seconde',
    rows: 'Lignes gardées ici',
    version: 'Version',
    device: 'Numéro de la tablette',
    pairing: 'Association',
    sequence: 'Dernière opération',
    last_error: 'Dernière erreur de synchronisation',
    trail: 'Erreurs inattendues',
    none: 'aucune',
  },

  trouble: {
    camera_denied: 'La caméra n’est pas autorisée',
    camera_denied_text:
      'Autorisez la caméra pour cette page dans les réglages du navigateur. La douchette et la saisie marchent toujours.',
    camera_absent: 'Aucune caméra trouvée',
    camera_absent_text:
      'Branchez-en une et elle démarre toute seule. La douchette et la saisie marchent toujours.',
    camera_taken: 'Une autre application utilise la caméra',
    camera_taken_text:
      'Fermez l’autre application et elle revient toute seule. La saisie marche toujours.',
    camera_lost: 'La caméra a disparu',
    camera_lost_text: 'Elle revient toute seule. La douchette et la saisie marchent toujours.',
    camera_insecure: 'La caméra demande une connexion sûre',
    camera_insecure_text:
      'Ouvrez cette page en https. La douchette et la saisie marchent toujours.',
    camera_starting: 'La caméra démarre',
    decoder_missing: 'Ce navigateur ne sait pas lire les codes',
    decoder_missing_text:
      'Mettez le navigateur à jour. La douchette et la saisie marchent toujours.',
    camera_retry: 'Réessayer la caméra',
    persist: 'Le navigateur pourrait vider la mémoire de cette tablette',
    persist_text: 'Demandez-lui de garder ce qui est enregistré.',
    persist_action: 'Garder',
    persist_refused:
      'Le navigateur a dit non pour l’instant. Installer l’application sur l’écran d’accueil aide.',
    quota: 'La mémoire est pleine',
    quota_text:
      'Rien de nouveau ne peut être enregistré. Libérez de la place ; ce qui attend est en sûreté.',
    blocked: 'Une ancienne fenêtre bloque',
    blocked_text: 'Fermez les autres fenêtres de cette application. Rien n’est perdu.',
    storage: 'Le stockage ne s’ouvre pas',
    storage_text:
      'Le navigateur ne laisse rien enregistrer à cette page. C’est ainsi en navigation privée ; ouvrez une fenêtre ordinaire.',
    reload: 'Réessayer',
    insecure: 'Cette page demande une connexion sûre',
    insecure_text:
      'Sans https, un navigateur ne prête ni caméra ni clés : rien ne peut être tamponné ni gardé ici. Ouvrez l’adresse qui commence par https.',
    insecure_action: 'Ouvrir en https',
    too_old: 'Ce navigateur est trop ancien',
    too_old_text:
      'Il lui manque de quoi garder les tampons en sûreté sans réseau. Mettez-le à jour ou prenez-en un autre ; rien n’est perdu.',
    clock: 'L’horloge de la tablette est fausse',
    clock_text: 'Le serveur corrige les heures. Réglez l’horloge dès que possible.',
    revoked: 'Cette tablette a été désactivée',
    revoked_text: ({ store }) =>
      `Le responsable de ${store} l’a retirée. Les données des personnes n’y sont plus.`,
    expired: 'Associez de nouveau cette tablette',
    expired_text: ({ store }) =>
      `Le serveur ne connaît plus cette association avec ${store} : son année est finie, ou le serveur a été ramené à une sauvegarde. Associez-la de nouveau ; ce qui est enregistré ici est gardé et sera remis alors.`,
    cleared: 'La mémoire de cette tablette a été vidée',
    cleared_text: ({ store }) =>
      `Le navigateur l’a vidée, avec l’association à ${store}. Ce qui était confirmé est en sûreté sur le serveur ; ce qui attendait ici est perdu.`,
    unsent: ({ operations }) =>
      `${count(operations, 'opération n’est pas encore envoyée', 'opérations ne sont pas encore envoyées')} et ${pick(operations, 'reste', 'restent')} ici. Associez de nouveau et ${pick(operations, 'elle part', 'elles partent')}.`,
    nothing_unsent: 'Tout avait été envoyé.',
    pair_again: 'Associer de nouveau',
    other_tab: 'Une autre fenêtre travaille',
    other_tab_text: 'Utilisez-la, ou fermez-la et celle-ci prend le relais toute seule.',
    update: 'Une nouvelle version est prête',
    update_text: 'Cela prend quelques secondes. Ce qui attend reste.',
    update_action: 'Mettre à jour',
    crashed: 'C’est notre faute',
    crashed_text:
      'L’écran s’est arrêté. Tout ce qui est enregistré sur cette tablette est en sûreté.',
    crashed_action: 'Revenir au début',
    details: 'Voir ce qui attend',
  },
}
