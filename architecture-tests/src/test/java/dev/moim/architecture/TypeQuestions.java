package dev.moim.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.util.stream.Stream;

/**
 * Places where code asks which kind of domain type it has in hand: {@code instanceof}, a {@code
 * switch} over type patterns, {@code Class.isInstance}. Read from the byte code, since a pattern
 * switch is an {@code invokedynamic} whose labels are the bootstrap's arguments, and ArchUnit 1.5
 * does not look there.
 */
final class TypeQuestions {
  private static final String SWITCHES = "java.lang.runtime.SwitchBootstraps";

  private TypeQuestions() {}

  static Stream<String> in(JavaClass type, String domainPackage) {
    return Stream.concat(
        type.getCodeUnitAccessesFromSelf().stream()
            .filter(access ->
                access.getTargetOwner().isEquivalentTo(Class.class)
                    && access.getName().equals("isInstance"))
            .map(JavaCodeUnitAccess::getDescription),
        ClassFile.of().parse(bytes(type)).methods().stream()
            .flatMap(method -> questions(method, domainPackage)));
  }

  private static Stream<String> questions(MethodModel method, String domainPackage) {
    return method.code().stream()
        .flatMap(CodeModel::elementStream)
        .flatMap(element -> question(element, domainPackage))
        .map(question -> question + " in method " + method.methodName().stringValue() + "()");
  }

  private static Stream<String> question(CodeElement element, String domainPackage) {
    return switch (element) {
      case TypeCheckInstruction check when check.opcode() == Opcode.INSTANCEOF ->
          Stream.of(name(check.type().asSymbol()))
              .filter(name -> name.startsWith(domainPackage))
              .map(name -> "asks instanceof " + name);
      case InvokeDynamicInstruction dynamic
          when name(dynamic.bootstrapMethod().owner()).equals(SWITCHES) ->
          dynamic.bootstrapArgs().stream()
              .filter(ClassDesc.class::isInstance)
              .map(label -> name((ClassDesc) label))
              .filter(name -> name.startsWith(domainPackage))
              .map(name -> "switches over the type " + name);
      default -> Stream.empty();
    };
  }

  private static String name(ClassDesc type) {
    return type.isClassOrInterface()
        ? (type.packageName() + "." + type.displayName())
        : type.displayName();
  }

  private static byte[] bytes(JavaClass type) {
    try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
