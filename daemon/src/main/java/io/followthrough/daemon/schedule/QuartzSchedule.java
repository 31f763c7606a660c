package io.followthrough.daemon.schedule;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
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
    try {
      StdSchedulerFactory factory = new StdSchedulerFactory();
      factory.initialize(properties(threads));
      scheduler = factory.getScheduler();
      scheduler.getContext().put(JOBS, jobs);
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not start", e);
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

  @Override
  public void every(String name, Duration interval, Runnable job) {
    jobs.put(name, job);
    try {
      scheduler.scheduleJob(
          JobBuilder.newJob(Turn.class).withIdentity(name).build(),
          TriggerBuilder.newTrigger()
              .startNow()
              .withSchedule(
                  SimpleScheduleBuilder.simpleSchedule()
                      .withIntervalInMilliseconds(interval.toMillis())
                      .repeatForever()
                      .withMisfireHandlingInstructionNextWithRemainingCount())
              .build());
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not take the job " + name, e);
    }
  }

  @Override
  public void start() {
    try {
      scheduler.start();
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not start", e);
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
