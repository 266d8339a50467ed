import java.io.*;
import java.nio.file.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;
import reaging.app.shell.*;
import reaging.data.*;
import reaging.model.*;
import static reaging.app.shell.Shell.*;
