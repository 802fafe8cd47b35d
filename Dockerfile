FROM node:24-bookworm-slim AS build
WORKDIR /app
RUN npm install --global pnpm@12
COPY . .
RUN pnpm install --frozen-lockfile && pnpm build && pnpm --filter @counterfoil/server deploy --prod /out \
  && cp -r server/dist /out/dist && mkdir -p /out/apps && cp -r apps/kiosk/dist /out/apps/kiosk && cp -r apps/console/dist /out/apps/console

FROM node:24-bookworm-slim
WORKDIR /app
COPY --from=build /out .
ENV NODE_ENV=production DATA_DIR=/data
RUN mkdir /data && chown node /data
USER node
VOLUME /data
EXPOSE 8787
CMD ["node", "dist/main.js"]
