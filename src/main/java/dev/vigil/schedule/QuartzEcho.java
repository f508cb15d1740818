package dev.vigil.schedule;

import dev.vigil.core.Trouble;
import dev.vigil.core.port.Echo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.quartz.DateBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.utils.DBConnectionManager;

/**
 * Wake-ups in Quartz's JDBC store, one job each, so that a restart finds them again and several machines share them; polls
 * in memory, since each process polls for itself. A moment in the past fires at once: the engine decides what still helps.
 */
public final class QuartzEcho implements Echo {
    private static final String WAKEUPS = "wakeups";
    private static final String POLLS = "polls";
    private static final String ID = "id";
    private static final String DUE = "dev.vigil.due";
    private static final String POLL = "dev.vigil.poll";

    private final Scheduler stored;
    private final Scheduler polling;

    /**
     * @param source of connections to the database that holds the rows
     * @param jdbcUrl tells PostgreSQL (shared with other processes) from H2
     */
    public QuartzEcho(DataSource source, String jdbcUrl) {
        boolean postgres = jdbcUrl.startsWith("jdbc:postgresql:");
        QuartzTables.make(source, postgres);
        String name = "vigil-" + UUID.randomUUID();
        DBConnectionManager.getInstance().addConnectionProvider(name, new Connections(source));
        try {
            stored = scheduler(storedSettings(name, postgres));
            polling = scheduler(inMemory());
        } catch (SchedulerException e) {
            throw new Trouble("The scheduler could not be started on the database; the log says why.", e);
        }
    }

    /** Taken out of Quartz's registry: the next of that name would otherwise be this one, on this one's database. */
    private static Scheduler scheduler(Properties settings) throws SchedulerException {
        SchedulerRepository registry = SchedulerRepository.getInstance();
        synchronized (registry) {
            Scheduler scheduler = new StdSchedulerFactory(settings).getScheduler();
            registry.remove(scheduler.getSchedulerName());
            return scheduler;
        }
    }

    private static Properties common(String threads) {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        settings.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        settings.setProperty("org.quartz.threadPool.threadCount", threads);
        settings.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        return settings;
    }

    private static Properties storedSettings(String source, boolean postgres) {
        Properties settings = common("2");
        // the name is part of the rows: all processes of one installation share it
        settings.setProperty("org.quartz.scheduler.instanceName", "vigil");
        settings.setProperty("org.quartz.scheduler.instanceId", "AUTO");
        settings.setProperty("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", "2");
        settings.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        settings.setProperty(
                "org.quartz.jobStore.driverDelegateClass",
                postgres
                        ? "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate"
                        : "org.quartz.impl.jdbcjobstore.StdJDBCDelegate");
        settings.setProperty("org.quartz.jobStore.dataSource", source);
        settings.setProperty("org.quartz.jobStore.useProperties", "true");
        settings.setProperty("org.quartz.jobStore.isClustered", String.valueOf(postgres));
        settings.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        return settings;
    }

    private static Properties inMemory() {
        Properties settings = common("2");
        settings.setProperty("org.quartz.scheduler.instanceName", "vigil-polls-" + UUID.randomUUID());
        settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        return settings;
    }

    @Override
    public void start(Consumer<String> due, Consumer<String> poll) {
        attempt(() -> {
            stored.getContext().put(DUE, due);
            polling.getContext().put(POLL, poll);
            stored.start();
            polling.start();
        });
    }

    @Override
    public void set(String wakeupId, Instant due) {
        JobKey key = new JobKey(key(wakeupId), WAKEUPS);
        JobDetail job = JobBuilder.newJob(Due.class)
                .withIdentity(key)
                .usingJobData(new JobDataMap(Map.of(ID, wakeupId)))
                .requestRecovery()
                .build();
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(new TriggerKey(key.getName(), WAKEUPS))
                .forJob(key)
                .startAt(Date.from(due))
                // "fire now" would wait for the search for misfires, which comes once a minute
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionIgnoreMisfires())
                .build();
        attempt(() -> stored.scheduleJob(job, Set.of(trigger), true));
    }

    @Override
    public void drop(String wakeupId) {
        attempt(() -> stored.deleteJob(new JobKey(key(wakeupId), WAKEUPS)));
    }

    @Override
    public void mend(Collection<Job> rows) {
        attempt(() -> {
            Set<JobKey> left = new HashSet<>(stored.getJobKeys(GroupMatcher.jobGroupEquals(WAKEUPS)));
            for (Job row : rows) {
                JobKey key = new JobKey(key(row.wakeupId()), WAKEUPS);
                left.remove(key);
                Trigger there = stored.getTrigger(new TriggerKey(key.getName(), WAKEUPS));
                if (there == null || !Date.from(row.due()).equals(there.getStartTime())) {
                    set(row.wakeupId(), row.due());
                }
            }
            stored.deleteJobs(List.copyOf(left));
        });
    }

    @Override
    public void poll(String source, Duration every) {
        JobKey key = new JobKey(key(source), POLLS);
        JobDetail job = JobBuilder.newJob(Poll.class)
                .withIdentity(key)
                .usingJobData(ID, source)
                .build();
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(new TriggerKey(key.getName(), POLLS))
                .startAt(
                        DateBuilder.futureDate(Math.toIntExact(every.toMillis()), DateBuilder.IntervalUnit.MILLISECOND))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(every.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
        attempt(() -> polling.scheduleJob(job, Set.of(trigger), true));
    }

    @Override
    public void stopPolling(String source) {
        attempt(() -> polling.deleteJob(new JobKey(key(source), POLLS)));
    }

    @Override
    public void close() {
        attempt(() -> polling.shutdown(true));
        attempt(() -> stored.shutdown(true));
    }

    /** Quartz's columns hold 200 characters; the id itself travels in the job's data. */
    private static String key(String id) {
        return id.length() <= 150
                ? id
                : UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private interface Work {
        void run() throws SchedulerException;
    }

    private static void attempt(Work work) {
        try {
            work.run();
        } catch (SchedulerException e) {
            throw new Trouble("The scheduler's tables cannot be written; see whether the database can be reached.", e);
        }
    }

    /** A wake-up's job: hands over its id. */
    public static final class Due implements org.quartz.Job {
        @Override
        public void execute(JobExecutionContext context) {
            call(context, DUE);
        }
    }

    /** A poll's job: hands over the source's name. */
    public static final class Poll implements org.quartz.Job {
        @Override
        public void execute(JobExecutionContext context) {
            call(context, POLL);
        }
    }

    @SuppressWarnings("unchecked")
    private static void call(JobExecutionContext context, String whom) {
        try {
            var consumer =
                    (Consumer<String>) context.getScheduler().getContext().get(whom);
            consumer.accept(context.getJobDetail().getJobDataMap().getString(ID));
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }
}
