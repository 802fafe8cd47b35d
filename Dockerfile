FROM node:24-bookworm-slim AS build
WORKDIR /app
RUN npm install --global pnpm@12
COPY . .
RUN pnpm install --frozen-lockfile && pnpm build --all
# The apps lie as in the repository: the server looks for them from its own place.
RUN pnpm --filter @counterfoil/server deploy --prod /out/server \
  && mkdir -p /out/server/dist && cp -r server/dist/. /out/server/dist \
  && mkdir -p /out/apps/kiosk /out/apps/console \
  && cp -r apps/kiosk/dist /out/apps/kiosk/dist \
  && cp -r apps/console/dist /out/apps/console/dist

FROM node:24-bookworm-slim
WORKDIR /app
COPY --from=build /out ./
# The demo has accounts whose names are public: a server that others reach starts without it.
ENV DATA_DIR=/data HOST=0.0.0.0 DEMO=0
RUN mkdir /data && chown node /data
USER node
VOLUME /data
EXPOSE 8787
CMD ["node", "--max-semi-space-size=64", "server/dist/main.js"]
