package dev.moim.adapter.web.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the web pages from the class path. Browsers keep them and ask whether they are still good,
 * by a hash of their content: the times in a reproducible jar never change.
 */
@Configuration(proxyBeanMethods = false)
class StaticPages implements WebMvcConfigurer {
  private static final int HASH_CHARACTERS = 32;

  private final Map<String, String> tags = new ConcurrentHashMap<>();

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    serve(registry, "/assets/**", "classpath:/static/assets/", CacheControl.noCache());
    serve(registry, "/index.html", "classpath:/static/", CacheControl.noCache());
    serve(registry, "/favicon.ico", "classpath:/static/", CacheControl.noCache());
    // The version is part of a WebJar's path.
    serve(
        registry,
        "/webjars/**",
        "classpath:/META-INF/resources/webjars/",
        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
  }

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/").setViewName("forward:/index.html");
  }

  private void serve(
      ResourceHandlerRegistry registry, String paths, String location, CacheControl caching) {
    registry
        .addResourceHandler(paths)
        .addResourceLocations(location)
        .setCacheControl(caching)
        .setUseLastModified(false)
        .setEtagGenerator(
            resource -> tags.computeIfAbsent(resource.toString(), x -> tag(resource)));
  }

  private static String tag(Resource resource) {
    try (InputStream content = resource.getInputStream();
        DigestInputStream digested =
            new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
      digested.transferTo(OutputStream.nullOutputStream());
      String hash = HexFormat.of().formatHex(digested.getMessageDigest().digest());
      return "\"" + hash.substring(0, HASH_CHARACTERS) + "\"";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
