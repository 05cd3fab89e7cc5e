// The certified provider with two clients, for the tests: whoever is named in the address is signed in.
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const { clients, numberClaim } = JSON.parse(process.env.PROVIDER_SETTINGS);

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients,
    acrValues: ['http://id.elegnamnden.se/loa/1.0/loa3', 'http://id.elegnamnden.se/loa/1.0/loa2'],
    claims: { openid: ['sub', 'acr'], person: ['name', numberClaim] },
    scopes: ['openid', 'person'],
    clientAuthMethods: ['client_secret_basic', 'private_key_jwt'],
    cookies: { keys: ['only-for-these-tests'] },
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, name: 'Rut Påhittad', [numberClaim]: '189001019802' }),
    }),
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      });
      grant.addOIDCScope('openid person');
      grant.addOIDCClaims(['acr']);
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', async (request, response) => {
    const address = new URL(request.url, issuer);
    if (!address.pathname.startsWith('/interaction/')) return answer(request, response);
    const acr = address.searchParams.get('acr');
    const result = address.searchParams.has('cancel')
      ? { error: 'access_denied' }
      : { login: { accountId: 'person-1', acr } };
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });
  console.log(issuer);
});
