import type { ProblemMessages } from '../texts'

const later = (retry_at: string | undefined) =>
  retry_at === undefined ? 'Réessayez dans un instant.' : `Réessayez à partir de ${retry_at}.`

export const problems: ProblemMessages = {
  BATCH_MALFORMED: {
    title: 'Envoi illisible',
    sentence: () =>
      'Le serveur n’a pas pu lire cet envoi. Tout reste enregistré sur cette tablette, qui réessaiera par plus petits lots.',
  },
  BODY_MALFORMED: {
    title: 'Vérifiez le formulaire',
    sentence: () => 'Certains champs sont à revoir. Votre saisie est conservée.',
  },
  CURSOR_INVALID: {
    title: 'La liste a changé',
    sentence: () => 'Cet endroit de la liste n’existe plus. Rechargez la liste depuis le début.',
  },
  SIGN_IN_REQUIRED: {
    title: 'Connectez-vous',
    sentence: () => 'Votre session est terminée. Reconnectez-vous pour reprendre où vous étiez.',
  },
  CREDENTIALS_INVALID: {
    title: 'Cela ne correspond pas',
    sentence: () =>
      'Cet e-mail et ce mot de passe ne vont pas ensemble. Vérifiez les deux et réessayez.',
  },
  TOTP_REQUIRED: {
    title: 'Encore une étape',
    sentence: () =>
      'Saisissez les six chiffres de votre application d’authentification, ou un code de secours.',
  },
  USE_DPOP_NONCE: {
    title: 'Encore un essai',
    sentence: () =>
      'Le serveur a demandé une nouvelle signature. La tablette l’envoie d’elle-même.',
  },
  DPOP_INVALID: {
    title: 'Signature refusée',
    sentence: () =>
      'Le serveur n’a pas pu vérifier la signature de cette tablette. Tout est enregistré ici. Si cela persiste, appairez-la de nouveau.',
  },
  TOKEN_INVALID: {
    title: 'Tablette inconnue',
    sentence: () =>
      'Le serveur ne connaît pas cet appairage. Tout est enregistré ici. Demandez au responsable d’appairer la tablette de nouveau.',
  },
  TERMINAL_DEVICE_REVOKED: {
    title: 'Tablette désactivée',
    sentence: () =>
      'Le responsable a retiré cette tablette. Les données des personnes y sont effacées ; tout ce qui n’est pas encore envoyé est conservé.',
  },
  TERMINAL_DEVICE_EXPIRED: {
    title: 'Appairage expiré',
    sentence: () =>
      'Un appairage dure un an et celui-ci est terminé. Tout ce qui n’est pas encore envoyé est conservé. Appairez la tablette de nouveau.',
  },
  TERMINAL_DEVICE_PAIRING_EXPIRED: {
    title: 'Code expiré',
    sentence: () =>
      'Un code d’appairage vaut 15 minutes. Affichez-en un nouveau dans la console et scannez-le.',
  },
  FORBIDDEN: {
    title: 'Accès réservé',
    sentence: () =>
      'Votre rôle ne permet pas cette action. Un propriétaire ou un responsable peut la faire ou changer votre rôle.',
  },
  NOT_FOUND: {
    title: 'Introuvable',
    sentence: () =>
      'Il n’y a rien ici. L’élément a peut-être été retiré, ou l’adresse n’est pas tout à fait juste.',
  },
  TERMINAL_DEVICE_ALREADY_CLAIMED: {
    title: 'Code déjà utilisé',
    sentence: () =>
      'Une autre tablette a été appairée avec ce code. Si ce n’était pas vous, révoquez-la dans la console, puis affichez un nouveau code.',
  },
  CONFLICT: {
    title: 'Modifié entre-temps',
    sentence: () =>
      'Une autre personne a modifié cet élément entre-temps. Rechargez-le ; rien de son travail n’est perdu.',
  },
  TOO_LARGE: {
    title: 'Trop volumineux',
    sentence: () =>
      'C’est plus que le serveur n’accepte en une fois. Envoyez par plus petites parties ; rien n’a été enregistré.',
  },
  MEDIA_TYPE: {
    title: 'Mauvais format',
    sentence: () => 'Le serveur attend du JSON ici. Rien n’a été enregistré.',
  },
  VALIDATION: {
    title: 'Valeurs incompatibles',
    sentence: () => 'Ces valeurs ne vont pas ensemble. Votre saisie est conservée.',
  },
  PROTOCOL_UNSUPPORTED: {
    title: 'Mise à jour nécessaire',
    sentence: () =>
      'Cette version et le serveur ne se comprennent plus. Tout est conservé. Fermez l’application et rouvrez-la pour la mettre à jour.',
  },
  RATE_LIMITED: {
    title: 'Un peu plus doucement',
    sentence: ({ retry_at }) => `Cela fait beaucoup en peu de temps. ${later(retry_at)}`,
  },
  UNAVAILABLE: {
    title: 'De retour bientôt',
    sentence: ({ retry_at }) =>
      `Le serveur ne peut pas répondre pour le moment. Rien n’est perdu. ${later(retry_at)}`,
  },
  NETWORK: {
    title: 'Pas de connexion',
    sentence: () =>
      'Le serveur est injoignable. Rien n’est perdu. Vérifiez le réseau et réessayez.',
  },
  UNEXPECTED: {
    title: 'Un problème est survenu',
    sentence: () =>
      'L’erreur vient de nous. Réessayez ; si cela persiste, donnez le numéro de requête à l’assistance.',
  },
}
