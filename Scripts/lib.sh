# What the scripts share. Sourced, never run.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; }
fail() {
    say "$*"
    exit 1
}

# A step of a longer script: its name, and how long the one before it took.
step() {
    local now=$SECONDS
    [ -z "${step_name:-}" ] || say "$step_name took $((now - step_started)) s"
    step_name=$* step_started=$now
    [ $# -eq 0 ] || say "== $*"
}

# The folder of the release build.
build_folder() { printf '%s/.build/release\n' "$root"; }

# Every build of these scripts has the same flags, so that one build serves the run and the tests.
swift_build() {
    swift build --package-path "$root" -c release --explicit-target-dependency-import-check error "$@"
}

# `docker compose` where there is one, else docker-compose; on the files of this folder, or those of COMPOSE_FILE, whose
# names are of this folder, too.
compose() {
    local files=() names=(docker-compose.yml docker-compose.override.yml) name
    [ -z "${COMPOSE_FILE:-}" ] || IFS=${COMPOSE_PATH_SEPARATOR:-:} read -ra names <<<"$COMPOSE_FILE"
    for name in "${names[@]}"; do
        case $name in
        /*) files+=(-f "$name") ;;
        *) files+=(-f "$root/$name") ;;
        esac
    done
    if docker compose version >/dev/null 2>&1; then
        docker compose --project-directory "$root" "${files[@]}" "$@"
    else
        docker-compose --project-directory "$root" "${files[@]}" "$@"
    fi
}

# The container of a service, or nothing; of one that is scaled, the n-th. What compose says is shown if it fails: else
# it only warns.
container() {
    local ids errors
    errors=$(mktemp)
    ids=$(compose ps -q "$1" 2>"$errors") || {
        cat "$errors" >&2
        rm -f "$errors"
        say "docker compose does not say which container $1 has"
        return 3
    }
    rm -f "$errors"
    sed -n "${2:-1}p" <<<"$ids"
}

need_docker() {
    local answer
    command -v docker >/dev/null || fail 'docker is not installed (https://docs.docker.com/engine/install/)'
    answer=$(docker version 2>&1 >/dev/null) || {
        say "no Docker engine answers: ${answer##*$'\n'}"
        exit 3
    }
}

need_compose() {
    need_docker
    docker compose version >/dev/null 2>&1 || command -v docker-compose >/dev/null ||
        fail 'neither "docker compose" nor docker-compose is installed (https://docs.docker.com/compose/install/)'
}

# A Docker engine: one that answers, else one of the script beside the project that makes one, which `release_engine` ends.
started_engine=
need_engine() {
    docker info >/dev/null 2>&1 && return
    local engine=$root/../shared/containers/engine
    [ -x "$engine" ] || fail 'no Docker engine answers (docker info), and there is none to start'
    started_engine=$engine
    "$engine" up
    docker info >/dev/null 2>&1 || fail 'the engine was started, but does not answer'
}
release_engine() { [ -z "$started_engine" ] || "$started_engine" down || true; }

# The Python that has the module, or nothing.
python_with() {
    local python
    for python in python3 /usr/bin/python3; do
        if "$python" -c "import $1" >/dev/null 2>&1; then
            command -v "$python"
            return
        fi
    done
}
