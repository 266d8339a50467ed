# The service in a container, without root and on a file system that is only read: docs/serve.md has the commands.

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ragan LICENSE CHANGELOG.md ./
COPY .mvn .mvn
COPY docs docs
COPY savedmodels savedmodels
COPY src src
RUN mvn --batch-mode --no-transfer-progress -DskipTests package \
  && mkdir -p /opt \
  && cd /opt \
  && jar --extract --file /build/target/ragan.zip \
  && chmod 755 /opt/ragan/ragan
# Native libraries are unpacked here, since nothing can be written later; a drawn face needs all of them.
ENV RAGAN_JVM="-Dorg.bytedeco.javacpp.cachedir=/opt/ragan/natives"
WORKDIR /tmp/drawn
RUN /opt/ragan/ragan data synthesize -n 1 --seed 7 -o faces \
  && /opt/ragan/ragan reage faces/images/*.png --age 70 --model synthetic-tiny --aligned --out out \
  && { /opt/ragan/ragan reage faces/images/*.png --age 70 --model synthetic-tiny --out out || true; } \
  && chmod -R a+rX /opt/ragan

FROM eclipse-temurin:17-jre
# Titles of strips are drawn with a font.
# hadolint ignore=DL3008
RUN apt-get update \
  && apt-get install --yes --no-install-recommends fontconfig fonts-dejavu-core \
  && rm -rf /var/lib/apt/lists/*
COPY --from=build /opt/ragan /opt/ragan
ENV RAGAN_JVM="-Dorg.bytedeco.javacpp.cachedir=/opt/ragan/natives -XX:MaxRAMPercentage=50"
USER 10001:10001
WORKDIR /tmp
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q ' 200 ' <&3"]
ENTRYPOINT ["/opt/ragan/ragan", "serve", "--host", "0.0.0.0"]
