package io.followthrough.daemon.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.simpl.RAMJobStore;
import org.quartz.simpl.SimpleThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schedule in real time, by Quartz. It only decides when; what happens is the cycles' business.
 */
public final class QuartzSchedule implements Schedule {
  private static final String JOBS = "jobs";
  private static final Logger log = LoggerFactory.getLogger(QuartzSchedule.class);

  private final Map<String, Runnable> jobs = new ConcurrentHashMap<>();
  private final Scheduler scheduler;

  /**
   * A schedule that has not started.
   *
   * @param threads how many jobs may run beside each other
   */
  public QuartzSchedule(int threads) {
    this(properties(threads));
  }

  /**
   * A schedule that several processes share, which has not started: each turn of a job is run by
   * one of them.
   *
   * @param node this process, different at each start
   * @param database where Quartz keeps its tables, which are there
   */
  public QuartzSchedule(int threads, String node, Database database) {
    this(properties(threads, node, database));
  }

  private QuartzSchedule(Properties properties) {
    try {
      StdSchedulerFactory factory = new StdSchedulerFactory();
      factory.initialize(properties);
      scheduler = factory.getScheduler();
      scheduler.getContext().put(JOBS, jobs);
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not start", e);
    }
  }

  /**
   * A database of Quartz's.
   *
   * @param url of JDBC
   * @param user empty where the driver's default is to be used
   * @param password empty where none is asked for; Quartz keeps it until the schedule ends
   */
  public record Database(String url, String user, String password) {
    public Database {
      requireNonNull(url, "url is null");
      requireNonNull(user, "user is null");
      requireNonNull(password, "password is null");
    }

    /** Without the password. */
    @Override
    public String toString() {
      return user + " at " + url;
    }
  }

  private static Properties properties(int threads) {
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", "followthrough");
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.setProperty("org.quartz.jobStore.class", RAMJobStore.class.getName());
    properties.setProperty("org.quartz.threadPool.class", SimpleThreadPool.class.getName());
    properties.setProperty("org.quartz.threadPool.threadCount", Integer.toString(threads));
    return properties;
  }

  private static Properties properties(int threads, String node, Database database) {
    Properties properties = properties(threads);
    properties.setProperty("org.quartz.scheduler.instanceId", node);
    String store = "org.quartz.jobStore.";
    properties.setProperty(store + "class", JobStoreTX.class.getName());
    properties.setProperty(store + "driverDelegateClass", PostgreSQLDelegate.class.getName());
    properties.setProperty(store + "isClustered", "true");
    properties.setProperty(store + "clusterCheckinInterval", "5000");
    properties.setProperty(store + "useProperties", "true");
    properties.setProperty(store + "dataSource", "store");
    String source = "org.quartz.dataSource.store.";
    properties.setProperty(source + "provider", "hikaricp");
    properties.setProperty(source + "driver", "org.postgresql.Driver");
    properties.setProperty(source + "URL", database.url());
    properties.setProperty(source + "user", database.user());
    properties.setProperty(source + "password", database.password());
    properties.setProperty(source + "maxConnections", Integer.toString(threads + 3));
    return properties;
  }

  @Override
  public void every(String name, Duration interval, Runnable job) {
    jobs.put(name, job);
    try {
      scheduler.scheduleJob(
          JobBuilder.newJob(Turn.class).withIdentity(name).build(),
          Set.of(
              TriggerBuilder.newTrigger()
                  .withIdentity(name)
                  .startNow()
                  .withSchedule(
                      SimpleScheduleBuilder.simpleSchedule()
                          .withIntervalInMilliseconds(interval.toMillis())
                          .repeatForever()
                          .withMisfireHandlingInstructionNextWithRemainingCount())
                  .build()),
          true);
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not take the job " + name, e);
    }
  }

  @Override
  public void start() {
    try {
      forgetOthers();
      scheduler.start();
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not start", e);
    }
  }

  /** A shared schedule may still have jobs of a tracker that was taken out of the configuration. */
  private void forgetOthers() throws SchedulerException {
    for (JobKey job : scheduler.getJobKeys(GroupMatcher.anyGroup())) {
      if (!jobs.containsKey(job.getName())) {
        scheduler.deleteJob(job);
      }
    }
  }

  @Override
  public void close() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      log.warn("Quartz does not stop cleanly", e);
    }
  }

  /** One turn of a job; Quartz makes it. */
  @DisallowConcurrentExecution
  public static final class Turn implements Job {
    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
      String name = context.getJobDetail().getKey().getName();
      try {
        Object jobs = context.getScheduler().getContext().get(JOBS);
        if (jobs instanceof Map<?, ?> map && map.get(name) instanceof Runnable job) {
          job.run();
        }
      } catch (SchedulerException e) {
        throw new JobExecutionException(e);
      } catch (RuntimeException e) {
        log.error("{} failed and runs again at its next turn", name, e);
      }
    }
  }
}
