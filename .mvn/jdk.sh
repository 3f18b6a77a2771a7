# Sourced by mvnw: picks a JDK 21 or later even where the default java is older.
# Kept apart from mvnw, so that regenerating the wrapper only needs its one line again.
jdk_major() {
  [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || { echo 0; return; }
  _v=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ -n "$_v" ] || _v=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
  echo "${_v:-0}"
}
pick_jdk() {
  [ "$(jdk_major "${JAVA_HOME:-}")" -ge 21 ] && return 0
  _javac=$(command -v javac 2>/dev/null) && _javac=$(readlink -f "$_javac" 2>/dev/null || echo "$_javac")
  _home=${_javac%/bin/javac}
  if [ -n "$_javac" ] && [ "$(jdk_major "$_home")" -ge 21 ]; then JAVA_HOME=$_home; export JAVA_HOME; return 0; fi
  _best=0
  for _d in /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home "$(/usr/libexec/java_home -v 21+ 2>/dev/null)"; do
    _m=$(jdk_major "$_d")
    if [ "$_m" -ge 21 ] && [ "$_m" -gt "$_best" ]; then _best=$_m; JAVA_HOME=$_d; fi
  done
  if [ "$_best" -eq 0 ]; then
    echo "Assidu : il faut un JDK 21 ou plus récent (variable JAVA_HOME). / A JDK 21 or later is needed (JAVA_HOME)." >&2
    exit 1
  fi
  export JAVA_HOME
}
pick_jdk
